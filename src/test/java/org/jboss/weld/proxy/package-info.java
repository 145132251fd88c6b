/** Stand-ins for what the library reads by name on Weld. */
package org.jboss.weld.proxy;
