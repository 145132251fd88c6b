package dev.jaxrscors.runtimes;

import dev.jaxrscors.contract.doors.Governed;
import dev.jaxrscors.contract.doors.Plain;
import jakarta.ws.rs.core.Application;
import java.util.Set;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.jboss.resteasy.plugins.server.servlet.HttpServlet30Dispatcher;

/** The servlet door on Jetty 12, with RESTEasy behind it. */
class JettyDoorTest extends JettyDoorContract {

  JettyDoorTest() {
    super(JettyDoorTest::restEasy);
  }

  @Override
  protected boolean answersErrorsOfResources() {
    return true;
  }

  /** As in web.xml: the application is named, and the library finds its way into it. */
  private static ServletHolder restEasy() {
    ServletHolder rest = new ServletHolder("rest", new HttpServlet30Dispatcher());
    rest.setInitParameter("jakarta.ws.rs.Application", Behind.class.getName());
    rest.setInitParameter("resteasy.servlet.mapping.prefix", "/api");
    return rest;
  }

  /** The application of Jakarta REST; RESTEasy makes it. */
  public static class Behind extends Application {
    @Override
    public Set<Class<?>> getClasses() {
      return Set.of(Governed.class, Plain.class);
    }
  }
}
