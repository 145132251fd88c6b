/** Stand-ins for what the library reads by name on RESTEasy. */
package org.jboss.resteasy.spi;
