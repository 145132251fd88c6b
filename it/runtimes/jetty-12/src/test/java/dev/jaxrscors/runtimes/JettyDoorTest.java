package dev.jaxrscors.runtimes;

import dev.jaxrscors.contract.doors.Governed;
import dev.jaxrscors.contract.doors.Plain;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.servlet.ServletContainer;

/** The servlet door on Jetty 12, with Jersey behind it. */
class JettyDoorTest extends JettyDoorContract {

  JettyDoorTest() {
    super(JettyDoorTest::jersey);
  }

  private static ServletHolder jersey() {
    ResourceConfig config = new ResourceConfig(Governed.class, Plain.class);
    return new ServletHolder("rest", new ServletContainer(config));
  }
}
