package dev.jaxrscors.internal.runtime.standins.mp2.fish.payara;

import dev.jaxrscors.internal.runtime.Configured;
import dev.jaxrscors.internal.runtime.standins.mp2.org.eclipse.microprofile.config.Found;
import java.util.HashMap;
import java.util.Map;

/** Stands for the configuration of Payara, which keeps values until its cache is cleared. */
public final class Cached extends Found {

  private static final Map<Configured, Map<String, Configured.Value>> CACHE = new HashMap<>();

  private final Configured configured;

  public Cached(Configured configured) {
    super(CACHE.computeIfAbsent(configured, c -> new HashMap<>(c.now())));
    this.configured = configured;
  }

  public void clearCache() {
    Map<String, Configured.Value> cached = CACHE.get(configured);
    cached.clear();
    cached.putAll(configured.now());
  }
}
