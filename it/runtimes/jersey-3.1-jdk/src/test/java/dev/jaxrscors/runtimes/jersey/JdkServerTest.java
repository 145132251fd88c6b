package dev.jaxrscors.runtimes.jersey;

import com.sun.net.httpserver.HttpServer;
import dev.jaxrscors.contract.Gap;
import dev.jaxrscors.contract.Place;
import dev.jaxrscors.contract.RuntimeContract;
import jakarta.ws.rs.core.Application;
import java.net.URI;
import org.glassfish.jersey.jdkhttp.JdkHttpServerFactory;
import org.glassfish.jersey.server.ResourceConfig;

class JdkServerTest extends RuntimeContract {

  JdkServerTest() {
    super(JdkServerTest::start, Place.offering().lacking(Gap.UNMAPPED_EXCEPTION, Gap.ASYNCHRONOUS));
  }

  private static AutoCloseable start(Application application, URI baseUri) {
    // Jersey adds the path of @ApplicationPath itself.
    ResourceConfig config = ResourceConfig.forApplication(application);
    HttpServer server = JdkHttpServerFactory.createHttpServer(baseUri.resolve(".."), config);
    return () -> server.stop(0);
  }
}
