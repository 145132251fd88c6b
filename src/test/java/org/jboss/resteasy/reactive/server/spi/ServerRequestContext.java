package org.jboss.resteasy.reactive.server.spi;

import jakarta.ws.rs.container.ResourceInfo;

/** Stands for the type of that name in Quarkus REST. */
public interface ServerRequestContext {

  ResourceInfo getResteasyReactiveResourceInfo();

  ServerHttpResponse serverResponse();
}
