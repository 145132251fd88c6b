package dev.jaxrscors.contract.inheritedpath;

import dev.jaxrscors.contract.app.CallsTaken;
import dev.jaxrscors.rest.CorsFeature;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** An application that lists resources which inherit their paths. */
@ApplicationPath("api")
public class InheritedPathApplication extends Application {

  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(Rentals.class, Returns.class, CallsTaken.class, CorsFeature.class);
  }
}
