package org.jboss.resteasy.reactive.server.core;

import org.jboss.resteasy.reactive.server.spi.ServerHttpRequest;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/** Stands for the type of that name in Quarkus REST. */
public interface ResteasyReactiveRequestContext extends ServerRequestContext {

  ServerHttpRequest serverRequest();
}
