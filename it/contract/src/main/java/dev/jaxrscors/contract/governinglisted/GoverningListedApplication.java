package dev.jaxrscors.contract.governinglisted;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.contract.app.Example;
import dev.jaxrscors.contract.app.Setups;
import dev.jaxrscors.rest.CorsSetup;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import java.util.Set;

/** An application with a policy, and a setup that is a property. */
@ApplicationPath("api")
@CorsPolicy(origins = "https://whole.example.com")
public class GoverningListedApplication extends Application {

  @Override
  public Set<Class<?>> getClasses() {
    return Example.CLASSES;
  }

  @Override
  public Map<String, Object> getProperties() {
    return Map.of(CorsSetup.PROPERTY, Setups.mapping());
  }
}
