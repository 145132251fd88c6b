package org.jboss.resteasy.reactive.server.spi;

/** Stands for the type of that name in Quarkus REST. */
public interface ServerHttpResponse {

  ServerHttpResponse setResponseHeader(CharSequence name, CharSequence value);

  default boolean headWritten() {
    return false;
  }

  default void removeResponseHeader(String name) {
    throw new UnsupportedOperationException(name);
  }
}
