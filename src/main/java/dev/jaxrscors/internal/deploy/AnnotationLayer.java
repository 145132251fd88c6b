package dev.jaxrscors.internal.deploy;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.OriginSource;
import dev.jaxrscors.fetch.Quoted;
import dev.jaxrscors.internal.cascade.Closings;
import dev.jaxrscors.internal.cascade.Declaration;
import dev.jaxrscors.internal.cascade.Layer;
import dev.jaxrscors.internal.config.ConfiguredList;
import dev.jaxrscors.internal.config.ConfiguredPolicy;
import dev.jaxrscors.internal.config.ConfiguredValue;
import dev.jaxrscors.internal.config.Hint;
import dev.jaxrscors.internal.config.NearKeys;
import dev.jaxrscors.internal.config.Placeholders;
import dev.jaxrscors.internal.config.PolicyKeys;
import dev.jaxrscors.internal.resource.Level;
import dev.jaxrscors.policy.InvalidPolicyException;
import dev.jaxrscors.policy.InvalidPolicyException.Mistake;
import dev.jaxrscors.policy.Member;
import dev.jaxrscors.policy.Place;
import dev.jaxrscors.policy.Policy;
import dev.jaxrscors.policy.PolicyName;
import dev.jaxrscors.policy.PolicyProblem;
import dev.jaxrscors.policy.ProblemKind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An annotation in an application: with what configuration holds in the place of placeholders, and
 * with the policy that it names. Keeps where each value comes from.
 */
final class AnnotationLayer implements Layer {

  private static final Set<List<String>> NOTHING = Set.of(List.of(CorsPolicy.NONE), List.of(""));

  private final Declaration declaration;
  private final Class<? extends OriginSource> source;
  private final Setup setup;
  private final SourceInstances sources;
  private final Placeholders placeholders;
  private final Map<Member, Map<String, Place>> fromConfiguration = new HashMap<>();
  private final Closings closings;
  // As messages show them.
  private final Map<Member, Set<String>> configured = new EnumMap<>(Member.class);
  private @Nullable ConfiguredPolicy named;
  private @Nullable SuppliedPolicy supplier;

  AnnotationLayer(Level level, Setup setup, SourceInstances sources, Closings closings) {
    this.closings = closings;
    this.declaration = level.declaration();
    this.source = level.source();
    this.setup = setup;
    this.sources = sources;
    this.placeholders = new Placeholders(setup.settings(), declaration.place());
  }

  @Override
  public Declaration declaration() {
    return declaration;
  }

  /** A name was meant to bring origins: where it is wrong, that there are none is no mistake. */
  @Override
  public Set<Member> members(Consumer<? super Mistake> mistakes) {
    Set<Member> members = new LinkedHashSet<>(declaration.written().keySet());
    if (declaration.hasName()) {
      Set<Member> others = EnumSet.of(Member.ORIGINS);
      try {
        named = find(String.join("", declaration.texts(Member.VALUE)));
        others = named.declaration().members();
      } catch (InvalidPolicyException e) {
        e.mistakes().forEach(m -> take(m, mistakes));
      }
      others.removeAll(declaration.members());
      members.addAll(others);
    }
    return members;
  }

  private ConfiguredPolicy find(String written) {
    String name = Placeholders.isIn(written) ? replaced(Member.VALUE, written).strip() : written;
    supplier = setup.policies().supplier(name);
    Optional<ConfiguredPolicy> found =
        PolicyName.isValid(name) ? setup.policies().use(name, closings) : Optional.empty();
    found.ifPresent(policy -> policy.hints().forEach(setup::forgive));
    return found.orElseThrow(() -> new InvalidPolicyException(List.of(unknown(name))));
  }

  private String replaced(Member member, String written) {
    Placeholders.Replaced replaced = placeholders.replaced(member, written);
    if (replaced.isConfigured()) {
      configured.computeIfAbsent(member, m -> new HashSet<>());
    }
    return replaced.text();
  }

  /**
   * Takes a mistake: where it is one of configuration, and is to stop nothing, it is none of the
   * annotation's.
   */
  private void take(Mistake mistake, Consumer<? super Mistake> mistakes) {
    if (setup.mistakes().areRefused() && isOfConfiguration(mistake)) {
      setup.mistakes().add(mistake);
    } else {
      mistakes.accept(mistake);
    }
  }

  private boolean isOfConfiguration(Mistake mistake) {
    return switch (mistake.problem().kind()) {
      case UNRESOLVED_PLACEHOLDER, INVALID_SETTING, INVALID_VALUE -> true;
      case UNKNOWN_POLICY, INVALID_NAME, ORIGIN_AS_NAME ->
          configured.containsKey(Member.VALUE)
              || !mistake.equals(new Mistake(mistake.place(), mistake.problem()));
      default -> false;
    };
  }

  /** Returns who supplies the policy that it names; null if that never changes, or is unknown. */
  @Nullable SuppliedPolicy supplier() {
    return supplier;
  }

  private Mistake unknown(String name) {
    if (!PolicyName.isValid(name)) {
      return new Mistake(declaration.place(), PolicyName.problem(name));
    }
    PolicyProblem unknown =
        PolicyProblem.unknownPolicy(name, List.copyOf(setup.policies().known()));
    Mistake mistake = new Mistake(declaration.place(), unknown);
    return new NearKeys(setup.settings()).mend(mistake, PolicyKeys.of(name));
  }

  @Override
  public void set(Policy.Builder builder, Member member, Consumer<? super Mistake> mistakes) {
    if (declaration.written().containsKey(member)) {
      Layer.super.set(builder, member, mistakes);
    } else if (named != null) {
      named.set(builder, member, mistakes);
    } else {
      builder.origins(CorsPolicy.NONE);
    }
  }

  @Override
  public void setUnknown(Policy.Builder builder, Member member) {
    if (setup.mistakes().areRefused()) {
      Layer.close(builder, member);
    } else {
      Layer.super.setUnknown(builder, member);
    }
  }

  @Override
  public boolean isConfigured(Member member) {
    return declaration.written().containsKey(member)
        ? configured.containsKey(member)
        : named != null && named.isConfigured(member);
  }

  @Override
  public boolean isConfigured(Member member, String shown) {
    return declaration.written().containsKey(member)
        ? configured.getOrDefault(member, Set.of()).contains(shown)
        : isConfigured(member);
  }

  @Override
  public OriginSource source() {
    return sources.get(source, declaration.place());
  }

  @Override
  public List<String> read(Member member, Consumer<? super Mistake> mistakes) {
    List<String> values = new ArrayList<>();
    List<String> nothing = List.of();
    for (String element : declaration.texts(member)) {
      List<String> found = elements(member, element, mistakes);
      // Where operations add nothing to a list, the rest of it stays.
      if (Placeholders.isIn(element) && NOTHING.contains(found)) {
        nothing = found;
      } else {
        values.addAll(found);
      }
    }
    return values.isEmpty() ? nothing : values;
  }

  private List<String> elements(Member member, String element, Consumer<? super Mistake> mistakes) {
    if (!member.isList() || !Placeholders.isIn(element)) {
      return element.equals(CorsPolicy.INHERIT) ? List.of() : List.of(element);
    }
    try {
      Place place = place(member, element).orElseGet(this::place);
      Placeholders.Replaced replaced = placeholders.replaced(member, element);
      ConfiguredList list = ConfiguredList.read(member, replaced.text());
      list.hints().forEach(hint -> setup.forgive(new Hint(place.name(), hint)));
      List<String> complete = complete(member, list.values(), place, replaced, mistakes);
      return replaced.isConfigured() ? configured(member, complete) : complete;
    } catch (InvalidPolicyException e) {
      e.mistakes().forEach(m -> take(m, mistakes));
      return List.of();
    }
  }

  /** Takes note of values that configuration has brought; those stay that are not left out. */
  private List<String> configured(Member member, List<String> values) {
    Set<String> shown = configured.computeIfAbsent(member, m -> new HashSet<>());
    values.forEach(value -> shown.add(Quoted.of(value)));
    return values.stream().filter(value -> !closings.leaveOut(member, value)).toList();
  }

  private List<String> complete(
      Member member,
      List<String> values,
      Place place,
      Placeholders.Replaced replaced,
      Consumer<? super Mistake> mistakes) {
    boolean isRefused = setup.mistakes().areRefused() && replaced.isConfigured();
    if (values.contains("") && (isRefused || values.size() > 1)) {
      Mistake empty = new Mistake(place.name(), ProblemKind.EMPTY_ELEMENT.of(member));
      if (isRefused) {
        setup.mistakes().add(empty);
      } else {
        mistakes.accept(empty);
      }
    }
    List<String> complete =
        values.stream()
            .filter(value -> (values.size() == 1 && !isRefused) || !value.isEmpty())
            .toList();
    if (place instanceof Place.Placeholder) {
      Map<String, Place> places = fromConfiguration.computeIfAbsent(member, m -> new HashMap<>());
      complete.forEach(value -> places.put(Quoted.of(value), place));
    }
    return complete;
  }

  private Optional<Place> place(Member member, String element) {
    return placeholders
        .setting(element)
        .filter(setting -> !setting.source().equals(Placeholders.DEFAULT))
        .map(setting -> placeholder(member, setting));
  }

  private Place placeholder(Member member, ConfiguredValue setting) {
    return new Place.Placeholder(annotation(member), PolicyKeys.placeOf(member, setting));
  }

  private Place.Annotation annotation(Member member) {
    return new Place.Annotation(declaration.place(), Place.bounded(declaration.texts(member)));
  }

  /** Who would change a list goes to the first placeholder in it. */
  @Override
  public Place place(Member member) {
    if (!declaration.members().contains(member)) {
      return named == null ? place() : named.place(member);
    }
    return declaration.texts(member).stream()
        .flatMap(element -> setting(element).stream())
        .findFirst()
        .map(setting -> placeholder(member, setting))
        .orElseGet(() -> annotation(member));
  }

  /** A source that fails is reported when the value is read. */
  private Optional<ConfiguredValue> setting(String element) {
    try {
      return placeholders.setting(element);
    } catch (InvalidPolicyException e) {
      return Optional.empty();
    }
  }

  /** What is wrong with a list, and not in configuration, is wrong in the annotation. */
  @Override
  public Place place(PolicyProblem problem, Place ofMember) {
    Place written = ofMember instanceof Place.Placeholder there ? there.annotation() : ofMember;
    return problem
        .member()
        .map(fromConfiguration::get)
        .map(places -> places.get(problem.value()))
        .orElse(written);
  }
}
