package org.jboss.resteasy.reactive.server.spi;

import jakarta.ws.rs.container.ContainerRequestContext;

/**
 * Stands for the type of that name in Quarkus REST, which real programs of Quarkus are run with.
 */
public interface ResteasyReactiveContainerRequestContext extends ContainerRequestContext {

  ServerRequestContext getServerRequestContext();
}
