package dev.jaxrscors.contract.program;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.contract.app.Example;
import dev.jaxrscors.contract.app.Setups;
import dev.jaxrscors.contract.secured.Roles;
import dev.jaxrscors.rest.CorsSetup;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The application of a program that lists its classes, a resource that roles guard among them. It
 * has a policy, and a setup that is a property.
 */
@ApplicationPath("api")
@CorsPolicy(origins = "https://whole.example.com")
public class ProgramApplication extends Application {

  @Override
  public Set<Class<?>> getClasses() {
    Set<Class<?>> classes = new HashSet<>(Example.CLASSES);
    classes.add(Roles.class);
    return classes;
  }

  @Override
  public Map<String, Object> getProperties() {
    return Map.of(CorsSetup.PROPERTY, Setups.mapping());
  }
}
