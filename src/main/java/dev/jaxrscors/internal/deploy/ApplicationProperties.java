package dev.jaxrscors.internal.deploy;

import java.util.HashMap;
import java.util.Map;

/**
 * The properties of an application. Runtimes copy them when they deploy it, so what its author's
 * class says of them is asked of that class, each time; what the runtime has beside, or instead,
 * stays.
 */
public final class ApplicationProperties {

  private final WrittenApplication application;
  private final Map<String, Object> ofRuntime;

  private ApplicationProperties(WrittenApplication application, Map<String, Object> ofRuntime) {
    this.application = application;
    this.ofRuntime = ofRuntime;
  }

  /**
   * Takes note of what the runtime has.
   *
   * @param configured the properties that the runtime tells; RESTEasy configures a feature that it
   *     found by scanning before it reads those of the application
   */
  public static ApplicationProperties of(
      WrittenApplication application, Map<String, Object> configured) {
    Map<String, Object> ofRuntime = application.properties();
    ofRuntime.putAll(configured);
    ofRuntime.entrySet().removeAll(application.ownProperties().entrySet());
    return new ApplicationProperties(application, ofRuntime);
  }

  /** Returns all of them, as they are now. */
  public Map<String, Object> now() {
    Map<String, Object> properties = new HashMap<>(application.ownProperties());
    properties.putAll(ofRuntime);
    return properties;
  }
}
