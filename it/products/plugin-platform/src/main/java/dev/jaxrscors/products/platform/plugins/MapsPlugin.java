package dev.jaxrscors.products.platform.plugins;

import dev.jaxrscors.products.platform.Plugin;
import java.util.Set;

/** Shows where something happens. */
public final class MapsPlugin implements Plugin {

  /** Makes the plug-in. */
  public MapsPlugin() {}

  @Override
  public String id() {
    return "org.example.maps";
  }

  @Override
  public Set<Class<?>> resources() {
    return Set.of(Places.class);
  }

  @Override
  public Set<String> pages() {
    return Set.of("https://maps.example.org");
  }
}
