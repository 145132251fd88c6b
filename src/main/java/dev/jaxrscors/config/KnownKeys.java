package dev.jaxrscors.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The keys that the library knows, to tell those that it does not. */
public final class KnownKeys {

  private static final String NAME = "[a-z0-9-]+";
  private static final Pattern HOST = Pattern.compile("cors\\.host\\.(" + NAME + ")\\.(.+)");
  private static final Pattern POLICY =
      Pattern.compile(
          "cors\\.(?:policy\\.("
              + NAME
              + ")|default)\\.(?:origins|methods|allowed-headers|exposed-headers"
              + "|credentials|max-age|refusal)");
  private static final Set<String> OTHERS =
      Set.of(
          "cors.production",
          "cors.preflight-status",
          "cors.preflight-cache-control",
          "cors.map-unhandled-exceptions",
          "cors.hosts",
          "cors.trust-forwarded");

  private final Set<String> policies = new TreeSet<>();
  private final List<Setting> unknown = new ArrayList<>();

  private KnownKeys() {}

  /**
   * {@return what is known of the keys that can be listed}
   *
   * @param settings the configuration
   */
  public static KnownKeys of(Settings settings) {
    KnownKeys keys = new KnownKeys();
    for (Source source : settings.sources()) {
      source.keys().stream()
          .filter(key -> key.startsWith(Settings.PREFIX))
          .sorted()
          .forEach(key -> keys.meet(key, source));
    }
    return keys;
  }

  private void meet(String key, Source source) {
    Matcher host = HOST.matcher(key);
    String plain = host.matches() ? Settings.PREFIX + host.group(2) : key;
    Matcher policy = POLICY.matcher(plain);
    if (policy.matches()) {
      if (policy.group(1) != null) {
        policies.add(policy.group(1));
      }
    } else if (!OTHERS.contains(plain) && !(host.matches() && plain.equals("cors.name"))) {
      unknown.add(new Setting(key, "", source.name()));
    }
  }

  /** {@return the names of the policies that have keys} */
  public Set<String> policies() {
    return policies;
  }

  /** {@return the keys that the library does not know, without their values} */
  public List<Setting> unknown() {
    return unknown;
  }
}
