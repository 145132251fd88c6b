package dev.jaxrscors.demo;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.policy.Policy;
import dev.jaxrscors.rest.CorsSetup;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import java.util.Set;

/**
 * The application. Its policy holds for every resource that does not say otherwise, and for what no
 * resource answers, such as 404.
 */
@CorsPolicy(origins = {Pages.APP, Pages.LOCAL})
public class Shop extends Application {

  /** Makes the application. */
  public Shop() {}

  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(
        Orders.class,
        Catalogue.class,
        Shops.class,
        Ticks.class,
        Fonts.class,
        Transfers.class,
        Account.class,
        Errors.class,
        Exchanges.class,
        Session.class,
        Uploads.class,
        Downloads.class,
        Pictures.class,
        Moved.class,
        Prices.class,
        Report.class,
        TokenFilter.class);
  }

  @Override
  public Map<String, Object> getProperties() {
    return Map.of(
        CorsSetup.PROPERTY,
        CorsSetup.builder()
            .policy(Catalogue.PUBLIC, Policy.builder().origins("*").build())
            .mapUnhandledExceptions()
            .build());
  }
}
