package dev.jaxrscors;

import dev.jaxrscors.config.ConfiguredList;
import dev.jaxrscors.config.PlacedHint;
import dev.jaxrscors.config.Placeholders;
import dev.jaxrscors.config.PolicyKeys;
import dev.jaxrscors.config.Setting;
import dev.jaxrscors.policy.InvalidPolicyException;
import dev.jaxrscors.policy.InvalidPolicyException.Mistake;
import dev.jaxrscors.policy.Member;
import dev.jaxrscors.policy.Place;
import dev.jaxrscors.policy.PolicyProblem;
import dev.jaxrscors.policy.Shown;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the lists in annotations, with what configuration holds in the place of placeholders, and
 * keeps where each value comes from.
 */
final class AnnotationLists {

  private static final Set<List<String>> NOTHING = Set.of(List.of(CorsPolicy.NONE), List.of(""));

  private final CorsSetup setup;
  private final Placeholders placeholders;
  private final List<Mistake> mistakes;
  private final Map<Member, Map<String, Place>> fromConfiguration = new HashMap<>();

  /**
   * Makes a reader.
   *
   * @param setup where the configuration is, and hints go to
   * @param mistakes where mistakes go to
   */
  AnnotationLists(CorsSetup setup, List<Mistake> mistakes) {
    this.setup = setup;
    this.placeholders = new Placeholders(setup.settings());
    this.mistakes = mistakes;
  }

  /** Returns the values of a list, and complains when one of them says that there are none. */
  String[] values(Level level, Member member, String[] written) {
    List<String> list = Arrays.asList(written);
    if (list.contains(CorsPolicy.INHERIT)) {
      mistakes.add(
          new Mistake(level.place(), new PolicyProblem.NotAlone(member, CorsPolicy.INHERIT)));
    }
    List<String> values = new ArrayList<>();
    List<String> nothing = List.of();
    for (String element : list) {
      List<String> found = elements(level, member, element);
      // Where operations add nothing to a list, the rest of it stays.
      if (Placeholders.isIn(element) && NOTHING.contains(found)) {
        nothing = found;
      } else {
        values.addAll(found);
      }
    }
    return (values.isEmpty() ? nothing : values).toArray(String[]::new);
  }

  private List<String> elements(Level level, Member member, String element) {
    if (!Placeholders.isIn(element)) {
      return element.equals(CorsPolicy.INHERIT) ? List.of() : List.of(element);
    }
    try {
      Place place = configuredPlace(level, member, element);
      ConfiguredList list = ConfiguredList.read(member, placeholders.replaced(member, element));
      list.hints().forEach(hint -> setup.forgive(new PlacedHint(place.name(), hint)));
      return complete(member, list.values(), place);
    } catch (Placeholders.UnresolvedException e) {
      mistakes.add(new Mistake(level.place(), e.problem()));
    } catch (InvalidPolicyException e) {
      mistakes.addAll(e.mistakes());
    }
    return List.of();
  }

  private List<String> complete(Member member, List<String> values, Place place) {
    if (values.size() > 1 && values.contains("")) {
      mistakes.add(new Mistake(place.name(), new PolicyProblem.EmptyElement(member)));
    }
    List<String> complete =
        values.stream().filter(value -> values.size() == 1 || !value.isEmpty()).toList();
    if (place instanceof Place.Placeholder) {
      Map<String, Place> places = fromConfiguration.computeIfAbsent(member, m -> new HashMap<>());
      complete.forEach(value -> places.put(Shown.quoted(value), place));
    }
    return complete;
  }

  /** Returns the place of a value: in the annotation, if it is the default of a placeholder. */
  private Place configuredPlace(Level level, Member member, String element) {
    Place.Annotation annotation = new Place.Annotation(level.place(), List.of());
    return placeholders
        .setting(element)
        .filter(setting -> !setting.source().equals(Placeholders.DEFAULT))
        .<Place>map(s -> new Place.Placeholder(annotation, PolicyKeys.placeOf(member, s)))
        .orElse(annotation);
  }

  /** Returns the place of a list: who would change it goes to the first placeholder in it. */
  Place place(Level level, Member member, String[] written) {
    List<String> there = Level.isSet(written) ? Place.bounded(List.of(written)) : List.of();
    Place.Annotation annotation = new Place.Annotation(level.place(), there);
    for (String element : written) {
      Optional<Setting> setting = setting(element);
      if (setting.isPresent()) {
        return new Place.Placeholder(annotation, PolicyKeys.placeOf(member, setting.get()));
      }
    }
    return annotation;
  }

  /** A source that fails is told when the value is read. */
  private Optional<Setting> setting(String element) {
    try {
      return placeholders.setting(element);
    } catch (InvalidPolicyException e) {
      return Optional.empty();
    }
  }

  /** Returns where the value that a problem is about comes from, if that is configuration. */
  Optional<Place> source(PolicyProblem problem) {
    return Optional.ofNullable(
        fromConfiguration.getOrDefault(problem.member(), Map.of()).get(problem.value()));
  }
}
