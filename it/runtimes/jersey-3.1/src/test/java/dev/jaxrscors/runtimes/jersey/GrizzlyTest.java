package dev.jaxrscors.runtimes.jersey;

import dev.jaxrscors.contract.Gap;
import dev.jaxrscors.contract.Place;
import dev.jaxrscors.contract.RuntimeContract;
import jakarta.ws.rs.core.Application;
import java.net.URI;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.jersey.grizzly2.httpserver.GrizzlyHttpServerFactory;
import org.glassfish.jersey.server.ResourceConfig;

class GrizzlyTest extends RuntimeContract {

  GrizzlyTest() {
    super(GrizzlyTest::start, Place.offering().lacking(Gap.UNMAPPED_EXCEPTION));
  }

  private static AutoCloseable start(Application application, URI baseUri) {
    // Jersey adds the path of @ApplicationPath itself.
    ResourceConfig config = ResourceConfig.forApplication(application);
    HttpServer server = GrizzlyHttpServerFactory.createHttpServer(baseUri.resolve(".."), config);
    return server::shutdownNow;
  }
}
