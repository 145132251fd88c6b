package dev.jaxrscors.internal.config;

import dev.jaxrscors.fetch.InvalidValueException;
import dev.jaxrscors.fetch.OriginPattern;
import dev.jaxrscors.fetch.Quoted;
import dev.jaxrscors.policy.PolicyName;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The hosts that have settings of their own: {@code cors.hosts} lists the names they go by in keys,
 * {@code cors.host.NAME.name} says which host names each stands for.
 */
public final class NamedHosts {

  private final Settings settings;
  private final SettingMistakes mistakes;
  private final Map<String, String> nameByHost = new HashMap<>();

  private NamedHosts(Settings settings, SettingMistakes mistakes) {
    this.settings = settings;
    this.mistakes = mistakes;
  }

  /**
   * {@return the name in keys of each host name}
   *
   * @throws dev.jaxrscors.policy.InvalidPolicyException if any of it is wrong
   */
  public static Map<String, String> of(Settings settings) {
    SettingMistakes mistakes = new SettingMistakes();
    Map<String, String> hosts = of(settings, mistakes);
    mistakes.throwIfAny();
    return hosts;
  }

  /** {@return those of them that are right: what has no name is like all other hosts} */
  public static Map<String, String> of(Settings settings, SettingMistakes mistakes) {
    NamedHosts hosts = new NamedHosts(settings, mistakes);
    mistakes.check(() -> settings.findList("cors.hosts").ifPresent(hosts::addAll));
    return Map.copyOf(hosts.nameByHost);
  }

  /** {@return the names that {@code cors.hosts} lists, right or wrong} */
  static Set<String> names(Settings settings) {
    return new SettingMistakes()
        .read(() -> settings.findList("cors.hosts"), Optional.<ConfiguredValue>empty())
        .<Set<String>>map(setting -> new LinkedHashSet<>(Settings.split(setting.text())))
        .orElse(Set.of());
  }

  private void addAll(ConfiguredValue hosts) {
    Set<String> earlier = new HashSet<>();
    for (String name : Settings.split(hosts.text())) {
      mistakes.check(
          () -> {
            checkName(hosts, name, earlier);
            addHostsOf(hosts, name);
          });
    }
  }

  private static void checkName(ConfiguredValue hosts, String name, Set<String> earlier) {
    if (!PolicyName.isValid(name)) {
      throw hosts.invalid(
          Quoted.of(name) + " is no name for keys", "use lower-case letters, digits and hyphens");
    }
    if (!earlier.add(name)) {
      throw hosts.invalid("it names " + name + " twice", "remove one of them");
    }
  }

  private void addHostsOf(ConfiguredValue hosts, String name) {
    String key = "cors.host." + name + ".name";
    ConfiguredValue setting =
        settings
            .findList(key)
            .orElseThrow(
                () ->
                    hosts.invalid(
                        key + " has no value", "set it to a host name, such as api.example.com"));
    for (String host : Settings.split(setting.text())) {
      mistakes.check(() -> add(setting, host.toLowerCase(Locale.ROOT), name));
    }
  }

  private void add(ConfiguredValue setting, String host, String name) {
    if (!isHost(host)) {
      throw setting.invalid(
          Quoted.of(host) + " is no host name",
          "write the bare name that requests are sent to, such as api.example.com");
    }
    String other = nameByHost.putIfAbsent(host, name);
    if (other != null) {
      throw setting.invalid(host + " is a host of " + other + " already", "remove one of them");
    }
  }

  private static boolean isHost(String text) {
    try {
      OriginPattern pattern = OriginPattern.parse("https://" + text);
      return !pattern.hasAnySubdomain() && pattern.host().toString().equals(text);
    } catch (InvalidValueException e) {
      return false;
    }
  }
}
