package dev.jaxrscors.config;

import dev.jaxrscors.policy.InvalidPolicyException;
import dev.jaxrscors.policy.InvalidPolicyException.Mistake;
import dev.jaxrscors.policy.Member;
import dev.jaxrscors.policy.Policy;
import dev.jaxrscors.policy.PolicyProblem;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One policy as configuration changes it: each member that has a key replaces that of the policy in
 * code, if there is one.
 */
public final class PolicySettings {

  private static final Map<String, Consumer<Policy.Builder>> CREDENTIALS =
      Map.of(
          "allow", Policy.Builder::allowCredentials, "refuse", Policy.Builder::refuseCredentials);
  private static final Map<String, Consumer<Policy.Builder>> REFUSAL =
      Map.of(
          "reject", Policy.Builder::rejectRefused, "withhold", Policy.Builder::withholdFromRefused);

  private final Settings settings;
  private final String prefix;
  private final Policy.Builder builder = Policy.builder();
  private final Map<Member, String> places = new EnumMap<>(Member.class);
  private final List<Mistake> mistakes = new ArrayList<>();

  private PolicySettings(Settings settings, String prefix) {
    this.settings = settings;
    this.prefix = prefix;
  }

  /**
   * {@return the policy, if there is one in code or in configuration}
   *
   * @param settings the configuration
   * @param prefix what its keys begin with, such as {@code cors.policy.shop.}
   * @param inCode the policy in code
   * @throws InvalidPolicyException if anything in configuration is wrong
   */
  public static Optional<ConfiguredPolicy> read(
      Settings settings, String prefix, Optional<Policy> inCode) {
    PolicySettings read = new PolicySettings(settings, prefix);
    read.members();
    return read.places.isEmpty() && read.mistakes.isEmpty()
        ? inCode.map(ConfiguredPolicy::inCode)
        : Optional.of(read.over(inCode));
  }

  private void members() {
    list(Member.ORIGINS, "origins", builder::origins);
    list(Member.METHODS, "methods", values -> builder.methods(array(values)));
    list(
        Member.ALLOWED_HEADERS, "allowed-headers", values -> builder.allowedHeaders(array(values)));
    list(
        Member.EXPOSED_HEADERS, "exposed-headers", values -> builder.exposedHeaders(array(values)));
    member(Member.CREDENTIALS, "credentials", s -> s.oneOf(CREDENTIALS).accept(builder));
    member(Member.MAX_AGE, "max-age", s -> builder.maxAge(s.number()));
    member(Member.REFUSAL, "refusal", s -> s.oneOf(REFUSAL).accept(builder));
  }

  private static String[] array(List<String> values) {
    return values.toArray(String[]::new);
  }

  private void list(Member member, String name, Consumer<List<String>> setter) {
    member(
        member,
        name,
        setting -> {
          List<String> elements = Settings.split(setting.text());
          if (elements.contains("")) {
            addMistakes(
                member,
                List.of(new Mistake(setting.place(), new PolicyProblem.EmptyElement(member))));
          } else {
            setter.accept(elements.stream().map(PolicySettings::sentinel).toList());
          }
        });
  }

  private void addMistakes(Member member, List<Mistake> found) {
    mistakes.addAll(found);
    if (member == Member.ORIGINS) {
      // They were meant to be there: that there are none is no second mistake.
      builder.origins(Policy.NONE);
    }
  }

  /** What annotations say by constants, configuration says by words. */
  private static String sentinel(String element) {
    return switch (element) {
      case "none" -> Policy.NONE;
      case "derived" -> Policy.DERIVED;
      default -> element;
    };
  }

  private void member(Member member, String name, Consumer<Setting> setter) {
    try {
      settings
          .find(prefix + name)
          .ifPresent(
              setting -> {
                places.put(member, setting.place());
                setter.accept(setting);
              });
    } catch (InvalidPolicyException e) {
      addMistakes(member, e.mistakes());
    }
  }

  private ConfiguredPolicy over(Optional<Policy> inCode) {
    inCode.ifPresent(builder::orElse);
    try {
      Policy policy = builder.build();
      if (mistakes.isEmpty()) {
        return new ConfiguredPolicy(policy, places);
      }
    } catch (InvalidPolicyException e) {
      e.problems().forEach(this::addMistake);
    }
    throw new InvalidPolicyException(mistakes);
  }

  private void addMistake(PolicyProblem problem) {
    String elsewhere = prefix + "* in configuration";
    mistakes.add(new Mistake(places.getOrDefault(problem.member(), elsewhere), problem));
  }
}
