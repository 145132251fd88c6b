package dev.jaxrscors.internal.config;

import dev.jaxrscors.policy.Member;
import dev.jaxrscors.policy.PolicyName;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The keys that the library knows, apart from those that it does not.
 *
 * <p>An environment variable has lost what tells a hyphen from a dot: of those, the shape alone can
 * be checked.
 */
public final class KnownKeys {

  private static final System.Logger LOGGER = System.getLogger("dev.jaxrscors");

  private static final String MEMBERS = oneOf(Member.withKeys().stream());
  private static final String LISTS = oneOf(Member.withKeys().stream().filter(Member::isList));
  private static final String NAME = "(" + PolicyName.GRAMMAR + ")";
  private static final String ANYWHERE =
      "policy\\."
          + NAME
          + "\\."
          + MEMBERS
          + "|default\\."
          + MEMBERS
          + "|enabled|production|preflight-status|preflight-cache-control|also-allowed-headers";
  private static final Pattern KEY =
      Pattern.compile(
          "cors\\.(?:"
              + ANYWHERE
              + "|map-unhandled-exceptions|hosts|reload|on-mistake|trust-forwarded|own-origins)");
  private static final Pattern KEY_OF_HOST =
      Pattern.compile("cors\\.host\\." + NAME + "\\.(?:" + ANYWHERE + "|name)");
  private static final Pattern LIST =
      Pattern.compile(
          "cors\\..*"
              + LISTS
              + "|cors\\..*also-allowed-headers|cors\\.hosts|cors\\.own-origins"
              + "|cors\\.host\\.[^.]*\\.name");
  private static final Pattern ELEMENT = Pattern.compile("(.*)\\[(0|[1-9][0-9]{0,5})]");
  private static final Pattern VARIABLE = variable(KEY + "|" + KEY_OF_HOST);
  private static final Pattern LIST_VARIABLE = variable(LIST.pattern());

  private final Set<String> hosts;
  private final Set<String> policies = new TreeSet<>();
  private final List<ConfiguredValue> unknown = new ArrayList<>();
  private final List<ConfiguredValue> ofPolicies = new ArrayList<>();

  private KnownKeys(Set<String> hosts) {
    this.hosts = hosts;
  }

  /** {@return what is known of the keys that can be listed} */
  public static KnownKeys of(Settings settings) {
    KnownKeys keys = new KnownKeys(NamedHosts.names(settings));
    settings.sources().forEach(keys::addAll);
    return keys;
  }

  private static String oneOf(Stream<Member> members) {
    return members.map(Member::key).collect(Collectors.joining("|", "(?:", ")"));
  }

  /** Returns the pattern of the variables for the keys of a pattern. */
  private static Pattern variable(String keys) {
    String anyName = keys.replace(NAME, "@").replaceAll("\\\\\\.|-", "_");
    return Pattern.compile(anyName.toUpperCase(Locale.ROOT).replace("@", "[A-Z0-9_]+"));
  }

  private void addAll(Source source) {
    try {
      Set<String> all = source.keys();
      Set<String> variables =
          all.stream().filter(KnownKeys::isVariable).collect(Collectors.toSet());
      all.stream()
          // MicroProfile Config lists a variable as a key too, with dots for all underscores.
          .filter(key -> !variables.contains(StandardSources.variable(key)))
          .filter(key -> key.startsWith(Settings.PREFIX))
          .sorted()
          .forEach(key -> add(key, all, source));
      variables.stream().sorted().forEach(variable -> addVariable(variable, source));
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

  private void addVariable(String variable, Source source) {
    String name = variable.toUpperCase(Locale.ROOT);
    String list = name.replaceFirst("_[0-9]+_$", "");
    boolean isKnown =
        VARIABLE.matcher(list).matches()
            && (list.equals(name) || LIST_VARIABLE.matcher(list).matches());
    (isKnown ? ofPolicies : unknown).add(new ConfiguredValue(variable, "", source.name()));
  }

  private void add(String key, Set<String> all, Source source) {
    String list = list(key, all);
    Matcher plain = KEY.matcher(list);
    Matcher ofHost = KEY_OF_HOST.matcher(list);
    ConfiguredValue setting = new ConfiguredValue(key, "", source.nameOf(key));
    if (plain.matches()) {
      addPolicy(plain, 1, setting);
    } else if (ofHost.matches() && hosts.contains(ofHost.group(1))) {
      addPolicy(ofHost, 2, setting);
    } else {
      unknown.add(setting);
    }
  }

  /** Returns the list that a key is an element of, if all before it are there; else the key. */
  private static String list(String key, Set<String> all) {
    Matcher element = ELEMENT.matcher(key);
    if (!element.matches() || !LIST.matcher(element.group(1)).matches()) {
      return key;
    }
    String list = element.group(1);
    int index = Integer.parseInt(element.group(2));
    boolean isReached = IntStream.range(0, index).allMatch(i -> all.contains(list + "[" + i + "]"));
    return isReached ? list : key;
  }

  private void addPolicy(Matcher key, int group, ConfiguredValue setting) {
    if (key.group(group) != null) {
      policies.add(key.group(group));
      ofPolicies.add(setting);
    }
  }

  /** Returns the known keys and variables of policies, without their values. */
  List<ConfiguredValue> ofPolicies() {
    return ofPolicies;
  }

  /** {@return the names of the policies that have keys} */
  public Set<String> policies() {
    return policies;
  }

  /** {@return the keys that the library does not know, without their values} */
  public List<ConfiguredValue> unknown() {
    return unknown;
  }
}
