package dev.jaxrscors.demo;

import javax.net.ssl.SSLContext;
import org.glassfish.grizzly.http.server.HttpHandler;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.grizzly.http.server.NetworkListener;
import org.glassfish.grizzly.ssl.SSLEngineConfigurator;

/** How a server and its clients exchange bytes: as they are, or over TLS. */
public interface Transport {

  /** The name of a server's one listener. */
  String LISTENER = "loopback";

  /** {@return bytes as they are} */
  static Transport plain() {
    return new Transport() {
      @Override
      public String scheme() {
        return "http";
      }

      @Override
      public void protect(NetworkListener listener) {}
    };
  }

  /**
   * {@return bytes over TLS}
   *
   * @param context holds the key and certificate of the server
   */
  static Transport tls(SSLContext context) {
    return new Transport() {
      @Override
      public String scheme() {
        return "https";
      }

      @Override
      public void protect(NetworkListener listener) {
        listener.setSecure(true);
        listener.setSSLEngineConfig(new SSLEngineConfigurator(context, false, false, false));
      }
    };
  }

  /** {@return the scheme of its URLs} */
  String scheme();

  /**
   * Makes a listener speak it.
   *
   * @param listener one that is not started
   */
  void protect(NetworkListener listener);

  /**
   * {@return a server on {@code 127.0.0.1} that is not started}
   *
   * @param port where it will listen; 0 for any free port
   * @param handler what answers
   */
  default HttpServer server(int port, HttpHandler handler) {
    NetworkListener listener = new NetworkListener(LISTENER, "127.0.0.1", port);
    protect(listener);
    HttpServer server = new HttpServer();
    server.addListener(listener);
    server.getServerConfiguration().addHttpHandler(handler, "/");
    return server;
  }
}
