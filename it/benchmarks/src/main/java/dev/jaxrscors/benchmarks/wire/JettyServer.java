package dev.jaxrscors.benchmarks.wire;

import jakarta.servlet.DispatcherType;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.EnumSet;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.CrossOriginHandler;

/** Jetty 12 as it comes, with one servlet. */
final class JettyServer {

  private JettyServer() {}

  static int start(CorsLayer layer) throws Exception {
    Server server = new Server(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    server.setHandler(handler(layer));
    server.start();
    return ((ServerConnector) server.getConnectors()[0]).getLocalPort();
  }

  private static Handler handler(CorsLayer layer) {
    ServletContextHandler context = context(layer);
    if (layer != CorsLayer.JETTY) {
      return context;
    }
    CrossOriginHandler handler = Peers.jetty();
    handler.setHandler(context);
    return handler;
  }

  private static ServletContextHandler context(CorsLayer layer) {
    ServletContextHandler context = new ServletContextHandler("/");
    context.addServlet(new ServletHolder(Applications.servlet(layer)), "/*");
    if (layer == CorsLayer.SPRING) {
      context.addFilter(new FilterHolder(Peers.spring()), "/*", EnumSet.of(DispatcherType.REQUEST));
    }
    return context;
  }
}
