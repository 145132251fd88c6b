package dev.jaxrscors.config;

import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The keys that the library knows, to tell those that it does not.
 *
 * <p>An environment variable has lost what tells a hyphen from a dot: of those, the shape alone can
 * be checked.
 */
public final class KnownKeys {

  private static final System.Logger LOGGER = System.getLogger("dev.jaxrscors");

  private static final String MEMBERS =
      "(?:origins|methods|allowed-headers|exposed-headers|credentials|max-age|refusal)";
  private static final String POLICY = "policy\\.([a-z0-9-]+)\\." + MEMBERS;
  private static final String ANYWHERE =
      "default\\." + MEMBERS + "|production|preflight-status|preflight-cache-control";

  private static final Pattern KEY =
      Pattern.compile(
          "cors\\.(?:"
              + POLICY
              + "|"
              + ANYWHERE
              + "|map-unhandled-exceptions|hosts|trust-forwarded|own-origins)");
  private static final Pattern KEY_OF_HOST =
      Pattern.compile("cors\\.host\\.([a-z0-9-]+)\\.(?:" + POLICY + "|" + ANYWHERE + "|name)");
  private static final Pattern VARIABLE =
      Pattern.compile(
          "CORS_(?:HOST_[A-Z0-9_]+_)?(?:(?:POLICY_[A-Z0-9_]+|DEFAULT)_"
              + MEMBERS.toUpperCase(Locale.ROOT).replace('-', '_')
              + "|PRODUCTION|PREFLIGHT_STATUS|PREFLIGHT_CACHE_CONTROL|MAP_UNHANDLED_EXCEPTIONS"
              + "|HOSTS|TRUST_FORWARDED|OWN_ORIGINS|NAME)");

  private final Set<String> hosts;
  private final Set<String> policies = new TreeSet<>();
  private final List<Setting> unknown = new ArrayList<>();

  private KnownKeys(Set<String> hosts) {
    this.hosts = hosts;
  }

  /**
   * {@return what is known of the keys that can be listed}
   *
   * @param settings the configuration
   */
  public static KnownKeys of(Settings settings) {
    KnownKeys keys = new KnownKeys(NamedHosts.names(settings));
    settings.sources().forEach(keys::meetAll);
    return keys;
  }

  private void meetAll(Source source) {
    try {
      Set<String> all = source.keys();
      Set<String> variables =
          all.stream().filter(KnownKeys::isVariable).collect(Collectors.toSet());
      all.stream()
          // MicroProfile Config lists a variable as a key too, with dots for all underscores.
          .filter(key -> !variables.contains(Sources.variable(key)))
          .filter(key -> key.startsWith(Settings.PREFIX))
          .sorted()
          .forEach(key -> meet(key, source));
      variables.stream()
          .filter(variable -> !VARIABLE.matcher(variable.toUpperCase(Locale.ROOT)).matches())
          .sorted()
          .forEach(variable -> unknown.add(new Setting(variable, "", source.name())));
    } catch (RuntimeException e) {
      LOGGER.log(
          Level.INFO,
          "CORS hint: {0} does not list its keys, because of {1}; unknown ones stay unnoticed.",
          source.name(),
          e);
    }
  }

  private static boolean isVariable(String name) {
    return name.regionMatches(true, 0, "CORS_", 0, 5);
  }

  private void meet(String key, Source source) {
    Matcher plain = KEY.matcher(key);
    Matcher ofHost = KEY_OF_HOST.matcher(key);
    if (plain.matches()) {
      addPolicy(plain, 1);
    } else if (ofHost.matches() && hosts.contains(ofHost.group(1))) {
      addPolicy(ofHost, 2);
    } else {
      unknown.add(new Setting(key, "", source.nameOf(key)));
    }
  }

  private void addPolicy(Matcher key, int group) {
    if (key.group(group) != null) {
      policies.add(key.group(group));
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
