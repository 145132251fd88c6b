package dev.jaxrscors.runtimes.spring;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.contract.Gap;
import dev.jaxrscors.contract.Place;
import dev.jaxrscors.contract.RuntimeContract;
import jakarta.ws.rs.core.Application;
import java.net.URI;
import org.glassfish.jersey.server.ResourceConfig;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.support.GenericApplicationContext;

/** Jersey on the embedded Tomcat of Spring Boot. */
class EmbeddedTomcatTest extends RuntimeContract {

  EmbeddedTomcatTest() {
    super(EmbeddedTomcatTest::start, Place.offering().lacking(Gap.UNMAPPED_EXCEPTION));
  }

  private static AutoCloseable start(Application application, URI baseUri) {
    SpringApplication spring = new SpringApplication(AutoConfigured.class);
    spring.addInitializers(
        context ->
            ((GenericApplicationContext) context)
                .registerBean(ResourceConfig.class, () -> config(application)));
    return Boot.run(spring, baseUri, "--spring.jersey.servlet.load-on-startup=1");
  }

  /** All that Spring Boot needs besides the bean. */
  @EnableAutoConfiguration
  static class AutoConfigured {}

  /** What the constructor of a user's own {@code ResourceConfig} does. */
  @SuppressWarnings("deprecation")
  private static ResourceConfig config(Application application) {
    boolean isGoverning = application.getClass().isAnnotationPresent(CorsPolicy.class);
    ResourceConfig config = isGoverning ? new Governing() : new ResourceConfig();
    application.getClasses().forEach(config::register);
    application.getSingletons().forEach(config::register);
    application.getProperties().forEach(config::property);
    return config;
  }

  /** Where users write the policy of a whole application. */
  @CorsPolicy(origins = "https://whole.example.com")
  private static final class Governing extends ResourceConfig {}
}
