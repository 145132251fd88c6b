package dev.jaxrscors.products.platform.plugins;

import dev.jaxrscors.products.platform.Plugin;
import java.util.Set;

/** Tells people what happens. */
public final class AlertsPlugin implements Plugin {

  /** Makes the plug-in. */
  public AlertsPlugin() {}

  @Override
  public String id() {
    return "org.example.alerts";
  }

  @Override
  public Set<Class<?>> resources() {
    return Set.of(Rules.class);
  }

  @Override
  public Set<Class<?>> administration() {
    return Set.of(Channels.class);
  }

  @Override
  public Set<String> pages() {
    return Set.of("https://alerts.example.org");
  }
}
