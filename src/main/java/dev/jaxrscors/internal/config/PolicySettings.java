package dev.jaxrscors.internal.config;

import dev.jaxrscors.Danger;
import dev.jaxrscors.internal.cascade.Cascade;
import dev.jaxrscors.internal.cascade.Closings;
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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

  private static final Map<String, String> DANGERS =
      Map.of("loopback-origins", Danger.LOOPBACK_ORIGINS.name());

  private final Settings settings;
  private final PolicyKeys keys;
  private final Optional<Policy> inCode;
  private final Closings closings;
  private final SettingMistakes ofSettings;
  private final Map<Member, ConfiguredValue> found = new EnumMap<>(Member.class);
  private final Set<Member> unreadable = EnumSet.noneOf(Member.class);
  private final List<Mistake> mistakes = new ArrayList<>();
  private final Set<Hint> hints;

  private PolicySettings(
      Settings settings,
      PolicyKeys keys,
      Optional<Policy> inCode,
      Closings closings,
      SettingMistakes ofSettings,
      Set<Hint> hints) {
    this.settings = settings;
    this.keys = keys;
    this.inCode = inCode;
    this.closings = closings;
    this.ofSettings = ofSettings;
    this.hints = hints;
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
    return read(settings, keys, inCode, Closings.NONE, new SettingMistakes());
  }

  /**
   * Returns the same with something left out of configuration.
   *
   * @param mistakes where mistakes go that are to stop nothing
   * @throws InvalidPolicyException if anything in configuration is wrong, and that stops something
   */
  public static Optional<ConfiguredPolicy> read(
      Settings settings,
      PolicyKeys keys,
      Optional<Policy> inCode,
      Closings closings,
      SettingMistakes mistakes) {
    Set<Hint> hints = new LinkedHashSet<>();
    PolicySettings read = new PolicySettings(settings, keys, inCode, closings, mistakes, hints);
    if (read.isEmpty()) {
      return inCode.map(policy -> ConfiguredPolicy.inCode(keys.inCode(), policy));
    }
    if (!mistakes.areRefused()) {
      Cascade<Layer> cascade = read.overCode();
      cascade.found().forEach(found -> read.mistakes.add(read.mended(found.mistake())));
      return Optional.of(
          cascade
              .policy()
              .filter(policy -> read.mistakes.isEmpty())
              .map(policy -> read.configured(policy, cascade))
              .orElseThrow(() -> new InvalidPolicyException(read.mistakes)));
    }
    Cascade<Layer> cascade =
        Cascade.closing(
            more ->
                new PolicySettings(settings, keys, inCode, closings.with(more), mistakes, hints)
                    .overCode(),
            mistake -> mistakes.add(read.mended(mistake)));
    return Optional.of(read.configured(cascade.policy().orElse(Policy.CLOSED), cascade));
  }

  private boolean isEmpty() {
    return found.isEmpty() && unreadable.isEmpty();
  }

  private void find(Member member) {
    String key = keys.of(member);
    try {
      Optional<ConfiguredValue> setting =
          member.isList() ? settings.findList(key) : settings.find(key);
      setting.ifPresent(s -> found.put(member, s));
    } catch (InvalidPolicyException e) {
      unreadable.add(member);
      (ofSettings.areRefused() ? ofSettings : asMistakes()).addAll(e.mistakes());
    }
  }

  private SettingMistakes asMistakes() {
    return SettingMistakes.refusing(mistakes::add);
  }

  private Cascade<Layer> overCode() {
    List<Layer> layers = new ArrayList<>(List.of(this));
    inCode.ifPresent(
        policy ->
            layers.add(
                ConfiguredPolicy.of(keys.inCode(), policy, this::place, Set.of(), List.of())));
    // Where a source fails, that there are no origins is no second mistake.
    return keys.equals(PolicyKeys.DEFAULT) || !unreadable.isEmpty()
        ? Cascade.ofSome(layers, EnumSet.allOf(Member.class))
        : Cascade.of(layers);
  }

  private Mistake mended(Mistake mistake) {
    return new NearKeys(settings).mendOrigins(mistake, keys);
  }

  private ConfiguredPolicy configured(Policy policy, Cascade<Layer> cascade) {
    Set<Member> set = EnumSet.noneOf(Member.class);
    set.addAll(found.keySet());
    set.addAll(unreadable);
    return ConfiguredPolicy.of(
        keys.inCode(), waiving(policy), cascade.provenance()::place, set, List.copyOf(hints));
  }

  /** What configuration waives counts for the policy, wherever its origins are written. */
  private Policy waiving(Policy policy) {
    if (!waives()) {
      return policy;
    }
    Policy.Builder builder = Policy.builder().take(Member.ORIGINS, policy);
    Member.withKeys().stream().filter(policy::sets).forEach(m -> builder.take(m, policy));
    return builder.dangerously(Danger.LOOPBACK_ORIGINS).build();
  }

  private boolean waives() {
    ConfiguredValue setting = found.get(Member.DANGEROUSLY);
    if (setting == null) {
      return false;
    }
    try {
      return setting.oneOf(DANGERS).equals(Danger.LOOPBACK_ORIGINS.name());
    } catch (InvalidPolicyException e) {
      return false;
    }
  }

  @Override
  public Declaration declaration() {
    Map<Member, List<String>> written = new EnumMap<>(Member.class);
    unreadable.forEach(member -> written.put(member, List.of("")));
    closings.members().forEach(member -> written.put(member, List.of("")));
    found.forEach((member, setting) -> written.put(member, List.of(setting.text())));
    written.remove(Member.DANGEROUSLY);
    // It stays when its origins are replaced: see Danger.
    if (found.containsKey(Member.ORIGINS)
        && inCode.filter(p -> p.waives(Danger.LOOPBACK_ORIGINS)).isPresent()) {
      written.put(Member.DANGEROUSLY, List.of(Danger.LOOPBACK_ORIGINS.name()));
    }
    return new Declaration(keys.inCode(), written);
  }

  @Override
  public Set<Member> members(Consumer<? super Mistake> mistakes) {
    ConfiguredValue setting = found.get(Member.DANGEROUSLY);
    if (setting != null) {
      sink(mistakes).check(() -> checkDanger(setting));
    }
    return declaration().written().keySet();
  }

  private static void checkDanger(ConfiguredValue setting) {
    if (!DANGERS.containsKey(setting.text().strip().toLowerCase(Locale.ROOT))) {
      throw setting.invalid(
          "loopback-origins is the one check that configuration can set aside: what that admits is"
              + " always the machine of the user",
          "say loopback-origins, or remove it; other checks are set aside in code, beside the"
              + " origins they are for");
    }
  }

  private SettingMistakes sink(Consumer<? super Mistake> mistakes) {
    return ofSettings.areRefused() ? ofSettings : SettingMistakes.refusing(mistakes);
  }

  /** Whatever is wrong here is so by configuration: alone, the policy in code would be right. */
  @Override
  public boolean isConfigured(Member member) {
    return member == Member.ORIGINS || found.containsKey(member);
  }

  @Override
  public boolean isConfigured(Member member, String shown) {
    return found.containsKey(member);
  }

  @Override
  public void set(Policy.Builder builder, Member member, Consumer<? super Mistake> mistakes) {
    Layer.super.set(builder, member, sink(mistakes)::add);
  }

  @Override
  public void setUnknown(Policy.Builder builder, Member member) {
    if (ofSettings.areRefused()) {
      Layer.close(builder, member);
    } else {
      Layer.super.setUnknown(builder, member);
    }
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
    if (unreadable.contains(member) || closings.areOf(member)) {
      return List.of();
    }
    if (setting == null) {
      return declaration().texts(member);
    }
    return switch (member) {
      case CREDENTIALS -> List.of(setting.oneOf(CREDENTIALS));
      case MAX_AGE -> List.of(Integer.toString(setting.number()));
      case REFUSAL -> List.of(setting.oneOf(REFUSAL));
      case DANGEROUSLY -> declaration().texts(member);
      default -> list(member, setting, mistakes);
    };
  }

  private List<String> list(
      Member member, ConfiguredValue setting, Consumer<? super Mistake> mistakes) {
    ConfiguredList list = ConfiguredList.read(member, replaced(member, setting));
    list.hints().forEach(hint -> hints.add(new Hint(setting.place(), hint)));
    if (list.values().contains("")) {
      mistakes.accept(new Mistake(setting.place(), ProblemKind.EMPTY_ELEMENT.of(member)));
    }
    return list.values().stream()
        .filter(value -> !value.isEmpty() && !closings.leaveOut(member, value))
        .toList();
  }

  private String replaced(Member member, ConfiguredValue setting) {
    return member == Member.ORIGINS && Placeholders.isOriginIn(setting.text())
        ? new Placeholders(settings, setting.place()).replaced(member, setting.text()).text()
        : setting.text();
  }
}
