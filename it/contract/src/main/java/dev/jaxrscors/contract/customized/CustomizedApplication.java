package dev.jaxrscors.contract.customized;

import dev.jaxrscors.contract.app.Setups;
import dev.jaxrscors.rest.CorsSetup;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;

/**
 * The application of a user who drops a jar into a server and lists nothing, but sets a property.
 */
@ApplicationPath("api")
public class CustomizedApplication extends Application {

  @Override
  public Map<String, Object> getProperties() {
    return Map.of(CorsSetup.PROPERTY, Setups.plain());
  }
}
