package dev.jaxrscors.runtimes.resteasy;

import dev.jaxrscors.contract.Place;
import dev.jaxrscors.contract.RuntimeContract;
import io.undertow.Undertow;
import jakarta.ws.rs.core.Application;
import java.net.URI;
import org.jboss.resteasy.plugins.server.undertow.UndertowJaxrsServer;

class UndertowTest extends RuntimeContract {

  UndertowTest() {
    super(UndertowTest::start, Place.offering());
  }

  private static AutoCloseable start(Application application, URI baseUri) {
    UndertowJaxrsServer server = new UndertowJaxrsServer();
    server.start(Undertow.builder().addHttpListener(baseUri.getPort(), baseUri.getHost()));
    // RESTEasy adds the path of @ApplicationPath itself.
    server.deploy(application, contextRoot(baseUri));
    return server::stop;
  }

  /** A context root that ends in a slash is deployed, and answers 404 to everything. */
  private static String contextRoot(URI baseUri) {
    String path = baseUri.resolve("..").getPath();
    return path.substring(0, path.length() - 1);
  }
}
