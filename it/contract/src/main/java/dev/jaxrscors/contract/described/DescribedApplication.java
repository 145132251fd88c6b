package dev.jaxrscors.contract.described;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The application, which lists nothing. */
@ApplicationPath("api")
public class DescribedApplication extends Application {

  /** Where MicroProfile Config looks for {@link #PROPERTIES}, on the class path. */
  public static final String PROPERTIES_FILE = "META-INF/microprofile-config.properties";

  /** The configuration in the WAR: the one line that is needed, and the origins of a policy. */
  public static final String PROPERTIES =
      """
      mp.openapi.filter=dev.jaxrscors.openapi.CorsOpenApiFilter
      cors.policy.shop.origins=https://shop.example
      """;

  /** Makes the application. */
  public DescribedApplication() {}
}
