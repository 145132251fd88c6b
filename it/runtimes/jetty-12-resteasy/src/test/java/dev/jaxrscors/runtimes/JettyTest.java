package dev.jaxrscors.runtimes;

import dev.jaxrscors.contract.Place;
import dev.jaxrscors.contract.RuntimeContract;
import jakarta.ws.rs.core.Application;
import java.net.InetSocketAddress;
import java.net.URI;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.jboss.resteasy.core.ResteasyDeploymentImpl;
import org.jboss.resteasy.plugins.server.servlet.HttpServlet30Dispatcher;
import org.jboss.resteasy.spi.ResteasyDeployment;

/** RESTEasy's servlet, in a servlet context of Jetty 12. */
class JettyTest extends RuntimeContract {

  JettyTest() {
    super(JettyTest::start, Place.offering());
  }

  private static AutoCloseable start(Application application, URI baseUri) throws Exception {
    Server server = new Server(new InetSocketAddress(baseUri.getHost(), baseUri.getPort()));
    server.setHandler(context(application, baseUri));
    server.start();
    return server::stop;
  }

  private static ServletContextHandler context(Application application, URI baseUri) {
    String contextPath = withoutSlash(baseUri.resolve("..").getPath());
    String restPath = withoutSlash(baseUri.getPath()).substring(contextPath.length());
    ServletContextHandler context = new ServletContextHandler(contextPath);
    context.setAttribute(ResteasyDeployment.class.getName(), deployment(application));
    ServletHolder rest = new ServletHolder(new HttpServlet30Dispatcher());
    rest.setInitParameter("resteasy.servlet.mapping.prefix", restPath);
    rest.setAsyncSupported(true);
    rest.setInitOrder(1);
    context.addServlet(rest, restPath + "/*");
    return context;
  }

  /** A parameter of the servlet can name a class alone; an application that is there goes by. */
  private static ResteasyDeployment deployment(Application application) {
    ResteasyDeployment deployment = new ResteasyDeploymentImpl();
    deployment.setApplication(application);
    deployment.start();
    return deployment;
  }

  private static String withoutSlash(String path) {
    return path.substring(0, path.length() - 1);
  }
}
