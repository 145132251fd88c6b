package dev.jaxrscors.config;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.Credentials;
import dev.jaxrscors.Danger;
import dev.jaxrscors.Refusal;
import dev.jaxrscors.policy.InvalidPolicyException;
import dev.jaxrscors.policy.InvalidPolicyException.Mistake;
import dev.jaxrscors.policy.Member;
import dev.jaxrscors.policy.Place;
import dev.jaxrscors.policy.Policy;
import dev.jaxrscors.policy.PolicyProblem;
import dev.jaxrscors.policy.Wording;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * One policy as configuration changes it: each member that has a key replaces that of the policy in
 * code, if there is one.
 */
public final class PolicySettings {

  private static final Map<String, Credentials> CREDENTIALS =
      Map.of("allow", Credentials.ALLOW, "refuse", Credentials.REFUSE);
  private static final Map<String, Refusal> REFUSAL =
      Map.of("reject", Refusal.REJECT, "withhold", Refusal.WITHHOLD);

  private final Settings settings;
  private final PolicyKeys keys;
  private final Policy.Builder builder = Policy.builder();
  private final Map<Member, Place> places = new EnumMap<>(Member.class);
  private final List<Mistake> mistakes = new ArrayList<>();
  private final List<PlacedHint> hints = new ArrayList<>();

  private PolicySettings(Settings settings, PolicyKeys keys) {
    this.settings = settings;
    this.keys = keys;
  }

  /**
   * {@return the policy, if there is one in code or in configuration}
   *
   * <p>The default policy in configuration may be without origins: its members are then for
   * resources that bring their own.
   *
   * @param settings the configuration
   * @param keys the keys of the policy
   * @param inCode the policy in code
   * @throws InvalidPolicyException if anything in configuration is wrong
   */
  public static Optional<ConfiguredPolicy> read(
      Settings settings, PolicyKeys keys, Optional<Policy> inCode) {
    PolicySettings read = new PolicySettings(settings, keys);
    read.members();
    return read.places.isEmpty() && read.mistakes.isEmpty()
        ? inCode.map(policy -> ConfiguredPolicy.inCode(keys.inCode(), policy))
        : Optional.of(read.over(inCode));
  }

  private void members() {
    list(Member.ORIGINS, builder::origins);
    list(Member.METHODS, values -> builder.methods(array(values)));
    list(Member.ALLOWED_HEADERS, values -> builder.allowedHeaders(array(values)));
    list(Member.EXPOSED_HEADERS, values -> builder.exposedHeaders(array(values)));
    single(Member.CREDENTIALS, s -> builder.credentials(s.oneOf(CREDENTIALS)));
    single(Member.MAX_AGE, s -> builder.maxAge(s.number()));
    single(Member.REFUSAL, s -> builder.refusal(s.oneOf(REFUSAL)));
  }

  private static String[] array(List<String> values) {
    return values.toArray(String[]::new);
  }

  private void list(Member member, Consumer<List<String>> setter) {
    member(
        member,
        settings::findList,
        setting -> {
          ConfiguredList list = ConfiguredList.read(member, setting.text());
          list.hints().forEach(hint -> hints.add(new PlacedHint(setting.place(), hint)));
          if (list.values().contains("")) {
            addMistakes(
                member,
                List.of(new Mistake(setting.place(), new PolicyProblem.EmptyElement(member))));
          } else {
            setter.accept(list.values());
          }
        });
  }

  private void addMistakes(Member member, List<Mistake> found) {
    mistakes.addAll(found);
    if (member == Member.ORIGINS) {
      // They were meant to be there: that there are none is no second mistake.
      builder.origins(CorsPolicy.NONE);
    }
  }

  private void single(Member member, Consumer<Setting> setter) {
    member(member, settings::find, setter);
  }

  private void member(
      Member member, Function<String, Optional<Setting>> finder, Consumer<Setting> setter) {
    try {
      finder
          .apply(keys.of(member))
          .ifPresent(
              setting -> {
                places.put(member, keys.set(member, setting));
                setter.accept(setting);
              });
    } catch (InvalidPolicyException e) {
      addMistakes(member, e.mistakes());
    }
  }

  private ConfiguredPolicy over(Optional<Policy> inCode) {
    inCode.ifPresent(this::addTo);
    placeUnset(inCode);
    try {
      Policy policy = keys.equals(PolicyKeys.DEFAULT) ? builder.buildMembers() : builder.build();
      if (mistakes.isEmpty()) {
        return new ConfiguredPolicy(policy, places, hints);
      }
    } catch (InvalidPolicyException e) {
      e.problems().forEach(this::addMistake);
    }
    throw new InvalidPolicyException(mistakes);
  }

  private void addTo(Policy inCode) {
    if (inCode.waives(Danger.LOOPBACK_ORIGINS)) {
      builder.dangerously(Danger.LOOPBACK_ORIGINS);
    }
    builder.orElse(inCode);
  }

  private void placeUnset(Optional<Policy> inCode) {
    for (Member member : Member.values()) {
      if (!member.key().isEmpty()) {
        List<String> written = inCode.map(policy -> policy.written(member)).orElse(List.of());
        places.putIfAbsent(member, keys.unset(member, written));
      }
    }
  }

  private void addMistake(PolicyProblem problem) {
    Place otherwise = new Place.Key(keys.anywhere(), keys.anywhere(), keys.policy(), List.of());
    Place place =
        problem instanceof PolicyProblem.NoOrigin
            ? otherwise
            : places.getOrDefault(problem.member(), otherwise);
    Wording wording = new Wording(places, otherwise, place.name());
    Mistake mistake = new Mistake(place.name(), problem, problem.text(wording));
    mistakes.add(
        problem instanceof PolicyProblem.NoOrigin
            ? new NearKeys(settings).mend(mistake, keys)
            : mistake);
  }
}
