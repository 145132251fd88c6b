package dev.jaxrscors.contract.listed;

import dev.jaxrscors.contract.app.Example;
import dev.jaxrscors.contract.app.Setups;
import dev.jaxrscors.rest.CorsSetup;
import dev.jaxrscors.wire.ConformanceResources;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The application of a user who lists every class, as runtimes without scanning need it. */
@ApplicationPath("api")
public class ListedApplication extends Application {

  @Override
  public Set<Class<?>> getClasses() {
    Set<Class<?>> classes = new HashSet<>(Example.CLASSES);
    classes.addAll(ConformanceResources.all());
    return classes;
  }

  @Override
  public Map<String, Object> getProperties() {
    return Map.of(CorsSetup.PROPERTY, Setups.plain());
  }
}
