package dev.jaxrscors.internal.config;

import dev.jaxrscors.Danger;
import dev.jaxrscors.internal.cascade.Cascade;
import dev.jaxrscors.internal.cascade.Declaration;
import dev.jaxrscors.internal.cascade.Layer;
import dev.jaxrscors.policy.InvalidPolicyException;
import dev.jaxrscors.policy.InvalidPolicyException.Mistake;
import dev.jaxrscors.policy.Member;
import dev.jaxrscors.policy.Place;
import dev.jaxrscors.policy.Policy;
import dev.jaxrscors.policy.PolicyProblem;
import dev.jaxrscors.policy.ProblemKind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One policy as configuration changes it: each member that has a key replaces that of the policy in
 * code, if there is one.
 */
public final class PolicySettings implements Layer {

  private static final Map<String, String> CREDENTIALS =
      Map.of("allow", "ALLOW", "refuse", "REFUSE");
  private static final Map<String, String> REFUSAL =
      Map.of("reject", "REJECT", "withhold", "WITHHOLD");

  private final Settings settings;
  private final PolicyKeys keys;
  private final Optional<Policy> inCode;
  private final Map<Member, ConfiguredValue> found = new EnumMap<>(Member.class);
  private final List<Mistake> mistakes = new ArrayList<>();
  private final List<Hint> hints = new ArrayList<>();

  private PolicySettings(Settings settings, PolicyKeys keys, Optional<Policy> inCode) {
    this.settings = settings;
    this.keys = keys;
    this.inCode = inCode;
    Member.withKeys().forEach(this::find);
  }

  /**
   * Returns the policy, if there is one in code or in configuration. The default policy may be
   * without origins: its members are then for resources that bring their own.
   *
   * @throws InvalidPolicyException if anything in configuration is wrong
   */
  public static Optional<ConfiguredPolicy> read(
      Settings settings, PolicyKeys keys, Optional<Policy> inCode) {
    PolicySettings read = new PolicySettings(settings, keys, inCode);
    return read.found.isEmpty() && read.mistakes.isEmpty()
        ? inCode.map(policy -> ConfiguredPolicy.inCode(keys.inCode(), policy))
        : Optional.of(read.overCode());
  }

  private void find(Member member) {
    String key = keys.of(member);
    try {
      Optional<ConfiguredValue> setting =
          member.isList() ? settings.findList(key) : settings.find(key);
      setting.ifPresent(s -> found.put(member, s));
    } catch (InvalidPolicyException e) {
      mistakes.addAll(e.mistakes());
    }
  }

  private ConfiguredPolicy overCode() {
    List<Layer> layers = new ArrayList<>(List.of(this));
    inCode.ifPresent(
        policy -> layers.add(ConfiguredPolicy.of(keys.inCode(), policy, this::place, List.of())));
    // Where a source fails, that there are no origins is no second mistake.
    Cascade<Layer> cascade =
        keys.equals(PolicyKeys.DEFAULT) || !mistakes.isEmpty()
            ? Cascade.ofSome(layers, EnumSet.allOf(Member.class))
            : Cascade.of(layers);
    NearKeys near = new NearKeys(settings);
    cascade.found().forEach(found -> mistakes.add(near.mendOrigins(found.mistake(), keys)));
    return cascade
        .policy()
        .filter(policy -> mistakes.isEmpty())
        .map(p -> ConfiguredPolicy.of(keys.inCode(), p, cascade.provenance()::place, hints))
        .orElseThrow(() -> new InvalidPolicyException(mistakes));
  }

  @Override
  public Declaration declaration() {
    Map<Member, List<String>> written = new EnumMap<>(Member.class);
    found.forEach((member, setting) -> written.put(member, List.of(setting.text())));
    // It stays when its origins are replaced: see Danger.
    if (found.containsKey(Member.ORIGINS)
        && inCode.filter(p -> p.waives(Danger.LOOPBACK_ORIGINS)).isPresent()) {
      written.put(Member.DANGEROUSLY, List.of(Danger.LOOPBACK_ORIGINS.name()));
    }
    return new Declaration(keys.inCode(), written);
  }

  @Override
  public Place place() {
    return new Place.Key(keys.anywhere(), keys.of(Member.ORIGINS), keys.policy(), List.of());
  }

  @Override
  public Place place(Member member) {
    ConfiguredValue setting = found.get(member);
    if (setting != null) {
      return keys.set(member, setting);
    }
    return member.key().isEmpty()
        ? place()
        : keys.unset(member, inCode.map(policy -> policy.written(member)).orElse(List.of()));
  }

  @Override
  public Place place(PolicyProblem problem, Place ofMember) {
    return problem.kind() == ProblemKind.NO_ORIGIN ? place() : ofMember;
  }

  @Override
  public List<String> read(Member member, Consumer<? super Mistake> mistakes) {
    ConfiguredValue setting = found.get(member);
    if (setting == null) {
      return declaration().texts(member);
    }
    return switch (member) {
      case CREDENTIALS -> List.of(setting.oneOf(CREDENTIALS));
      case MAX_AGE -> List.of(Integer.toString(setting.number()));
      case REFUSAL -> List.of(setting.oneOf(REFUSAL));
      default -> list(member, setting);
    };
  }

  private List<String> list(Member member, ConfiguredValue setting) {
    ConfiguredList list = ConfiguredList.read(member, setting.text());
    list.hints().forEach(hint -> hints.add(new Hint(setting.place(), hint)));
    if (list.values().contains("")) {
      PolicyProblem empty = ProblemKind.EMPTY_ELEMENT.of(member);
      throw new InvalidPolicyException(List.of(new Mistake(setting.place(), empty)));
    }
    return list.values();
  }
}
