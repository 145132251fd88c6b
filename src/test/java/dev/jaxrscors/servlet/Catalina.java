package dev.jaxrscors.servlet;

import dev.jaxrscors.wire.Reply;
import dev.jaxrscors.wire.Request;
import dev.jaxrscors.wire.SocketClient;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.http.HttpServlet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.LifecycleState;
import org.apache.catalina.Wrapper;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.servlets.DefaultServlet;
import org.apache.catalina.startup.Tomcat;
import org.apache.coyote.http2.Http2Protocol;
import org.apache.tomcat.util.descriptor.web.ErrorPage;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.servlet.ServletContainer;

/** Tomcat in this process, on a free port, with one web application. */
final class Catalina implements AutoCloseable {

  private static final Logger QUIET = Logger.getLogger("org.apache");

  static {
    QUIET.setLevel(Level.OFF);
  }

  private final Tomcat tomcat = new Tomcat();
  private final StandardContext context;

  Catalina(Path documents) {
    tomcat.setBaseDir(documents.toString());
    tomcat.setPort(0);
    tomcat.getConnector().setProperty("address", "127.0.0.1");
    context = (StandardContext) tomcat.addContext("/shop", documents.toString());
    context.setParentClassLoader(Catalina.class.getClassLoader());
    Wrapper files = Tomcat.addServlet(context, "default", new DefaultServlet());
    files.setAsyncSupported(true);
    files.addMapping("/");
  }

  static Path documents(Path folder) {
    try {
      Files.createDirectories(folder.resolve("files"));
      Files.writeString(folder.resolve("files/page.txt"), "0123456789");
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Compresses whatever it can, as the container does it. */
  Catalina compressing() {
    tomcat.getConnector().setProperty("compression", "force");
    return this;
  }

  /** Changes to HTTP/2 where a client asks for it, without encryption. */
  Catalina speakingHttp2() {
    tomcat.getConnector().addUpgradeProtocol(new Http2Protocol());
    return this;
  }

  Catalina parameter(String name, String value) {
    context.addParameter(name, value);
    return this;
  }

  Catalina attribute(String name, Object value) {
    context.getServletContext().setAttribute(name, value);
    return this;
  }

  Catalina filter(String name, Filter filter, String... patterns) {
    return filter(name, filter, Map.of(), EnumSet.of(DispatcherType.REQUEST), patterns);
  }

  Catalina filter(
      String name,
      Filter filter,
      Map<String, String> parameters,
      Set<DispatcherType> types,
      String... patterns) {
    context.addServletContainerInitializer(
        (classes, servlet) -> {
          FilterRegistration.Dynamic added = servlet.addFilter(name, filter);
          added.setAsyncSupported(true);
          added.setInitParameters(parameters);
          added.addMappingForUrlPatterns(EnumSet.copyOf(types), true, patterns);
        },
        Set.of());
    return this;
  }

  Catalina servlet(String pattern, HttpServlet servlet) {
    context.addServletContainerInitializer(
        (classes, container) -> {
          ServletRegistration.Dynamic added = container.addServlet("at " + pattern, servlet);
          added.setAsyncSupported(true);
          added.addMapping(pattern);
        },
        Set.of());
    return this;
  }

  Catalina rest(String pattern, int loadOnStartup, Class<?>... resources) {
    return rest(pattern, loadOnStartup, new ResourceConfig(resources));
  }

  Catalina rest(String pattern, int loadOnStartup, ResourceConfig application) {
    context.addServletContainerInitializer(
        (classes, container) -> {
          ServletRegistration.Dynamic added =
              container.addServlet("rest", new ServletContainer(application));
          added.setAsyncSupported(true);
          added.setLoadOnStartup(loadOnStartup);
          added.addMapping(pattern);
        },
        Set.of());
    return this;
  }

  Catalina errorPage(int status, String path) {
    ErrorPage page = new ErrorPage();
    page.setErrorCode(status);
    page.setLocation(path);
    context.addErrorPage(page);
    return this;
  }

  Context context() {
    return context;
  }

  /** Starts it; a filter that fails stops the web application. */
  Catalina start() {
    try {
      tomcat.start();
    } catch (LifecycleException e) {
      throw new IllegalStateException(e);
    }
    if (context.getState() != LifecycleState.STARTED) {
      throw new IllegalStateException("the web application did not start");
    }
    return this;
  }

  String origin() {
    return "http://127.0.0.1:" + tomcat.getConnector().getLocalPort();
  }

  Reply send(Request request) {
    return SocketClient.of(URI.create(origin() + "/shop")).expectingEnd().send(request);
  }

  @Override
  public void close() {
    try {
      tomcat.stop();
      tomcat.destroy();
    } catch (LifecycleException e) {
      throw new IllegalStateException(e);
    }
  }
}
