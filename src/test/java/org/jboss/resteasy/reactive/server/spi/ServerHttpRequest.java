package org.jboss.resteasy.reactive.server.spi;

/** Stands for the type of that name in Quarkus REST. */
public interface ServerHttpRequest {

  <T> T unwrap(Class<T> type);
}
