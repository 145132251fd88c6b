/** Stand-ins for what the library reads by name on Quarkus REST. */
package org.jboss.resteasy.reactive.server.core;
