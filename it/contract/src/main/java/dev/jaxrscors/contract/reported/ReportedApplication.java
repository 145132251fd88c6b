package dev.jaxrscors.contract.reported;

import dev.jaxrscors.contract.agreeing.Prices;
import dev.jaxrscors.contract.agreeing.Stocks;
import dev.jaxrscors.rest.CorsFeature;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** The application: resources that agree on their origins, and reports of them. */
@ApplicationPath("api")
public class ReportedApplication extends Application {

  /** Makes the application. */
  public ReportedApplication() {}

  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(
        CorsFeature.class,
        Prices.class,
        Stocks.class,
        Report.class,
        RolesReport.class,
        ForgottenReport.class);
  }
}
