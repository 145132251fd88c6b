package io.vertx.core.http;

import io.vertx.core.net.SocketAddress;

/** Stands for the type of that name in Vert.x. */
public interface HttpServerRequest {

  SocketAddress remoteAddress();
}
