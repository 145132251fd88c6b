package dev.jaxrscors.runtimes.spring.shop;

import dev.jaxrscors.CorsPolicy;
import org.glassfish.jersey.server.ResourceConfig;
import org.springframework.context.annotation.Configuration;

/**
 * What Jersey serves: a class of which Spring has the bean, and a bean. The library is not named:
 * Jersey finds it. Spring makes a subclass of this, as of every configuration.
 */
@Configuration
@CorsPolicy("shop")
public class JerseyConfig extends ResourceConfig {

  /** Lists what there is; in an executable jar, Jersey cannot scan packages. */
  public JerseyConfig(Prices prices) {
    register(Orders.class);
    register(prices);
  }
}
