package dev.jaxrscors.products.platform;

import dev.jaxrscors.rest.CorsSetup;
import jakarta.ws.rs.core.Application;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** One of the platform's applications: its resources, and its section of the settings. */
final class Api extends Application {

  private final String name;
  private final Set<Class<?>> resources;
  private final SettingsFile file;
  private final CorsSetup cors;

  Api(String name, Set<Class<?>> resources, SettingsFile file, CorsSetup cors) {
    this.name = name;
    this.resources = resources;
    this.file = file;
    this.cors = cors;
  }

  @Override
  public Set<Class<?>> getClasses() {
    return resources;
  }

  /** Returns what the file says at the moment: this is asked again as often as it says itself. */
  @Override
  public Map<String, Object> getProperties() {
    Map<String, Object> properties = new HashMap<>(Map.of("cors.reload", "5s"));
    properties.putAll(file.section(name));
    properties.put(CorsSetup.PROPERTY, cors);
    return properties;
  }
}
