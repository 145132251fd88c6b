package io.vertx.core.net;

/** Stands for the type of that name in Vert.x. */
public interface SocketAddress {

  String hostAddress();
}
