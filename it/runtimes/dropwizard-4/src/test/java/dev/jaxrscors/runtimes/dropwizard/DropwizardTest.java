package dev.jaxrscors.runtimes.dropwizard;

import dev.jaxrscors.contract.Gap;
import dev.jaxrscors.contract.Place;
import dev.jaxrscors.contract.RuntimeContract;
import jakarta.ws.rs.core.Application;
import java.net.URI;

/**
 * Dropwizard with all methods, and with no mapper of exceptions but those of the application: its
 * own goes before any other, see {@link ShopTest}.
 */
class DropwizardTest extends RuntimeContract {

  private static final String SETTINGS =
      """
        allowedMethods: [GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS, PROPFIND]
        registerDefaultExceptionMappers: false
      """;

  DropwizardTest() {
    super(DropwizardTest::start, Place.offering().lacking(Gap.UNMAPPED_EXCEPTION));
  }

  private static AutoCloseable start(Application application, URI baseUri) throws Exception {
    return new Listing(application).serve(baseUri, SETTINGS);
  }
}
