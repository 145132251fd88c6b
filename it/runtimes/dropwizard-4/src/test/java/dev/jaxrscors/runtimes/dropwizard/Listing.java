package dev.jaxrscors.runtimes.dropwizard;

import dev.jaxrscors.CorsPolicy;
import io.dropwizard.core.Configuration;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.jersey.setup.JerseyEnvironment;
import jakarta.ws.rs.core.Application;
import org.glassfish.jersey.server.ServerProperties;

/** Registers all that an application of Jakarta REST lists. */
final class Listing extends Commanded<Configuration> {

  private final Application listed;

  Listing(Application listed) {
    this.listed = listed;
  }

  @Override
  @SuppressWarnings("deprecation")
  public void run(Configuration configuration, Environment environment) {
    JerseyEnvironment jersey = environment.jersey();
    listed.getClasses().forEach(jersey::register);
    listed.getSingletons().forEach(jersey::register);
    listed.getProperties().forEach(jersey::property);
    // Without it, Jetty makes up a page for an error without an entity, and takes Vary off.
    jersey.enable(ServerProperties.RESPONSE_SET_STATUS_OVER_SEND_ERROR);
    // Dropwizard makes the application of Jakarta REST, so the policy of one is the default policy.
    CorsPolicy policy = listed.getClass().getAnnotation(CorsPolicy.class);
    if (policy != null) {
      jersey.property("cors.default.origins", String.join(",", policy.origins()));
    }
  }
}
