package dev.jaxrscors.policy;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.fetch.HeaderName;
import dev.jaxrscors.fetch.InvalidValueException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/** Checks that the members with lists share. */
final class MemberValues {

  private static final Set<String> SENTINELS = Set.of(CorsPolicy.ANY, CorsPolicy.DERIVED);

  private MemberValues() {}

  /** Reports whether the list is {@link CorsPolicy#NONE}; without values it is a mistake. */
  static boolean areNone(
      Member member, List<String> values, Consumer<? super PolicyProblem> problems) {
    if (values.isEmpty()) {
      problems.accept(ProblemKind.EMPTY_LIST.of(member, CorsPolicy.NONE));
    }
    boolean none = values.contains(CorsPolicy.NONE);
    if (none && values.size() > 1) {
      problems.accept(ProblemKind.NOT_ALONE.of(member, CorsPolicy.NONE));
    }
    return none;
  }

  /** Returns the values that are well-formed. */
  static <T> List<T> parse(
      Member member,
      List<String> values,
      Function<String, T> parser,
      Consumer<? super PolicyProblem> problems) {
    List<T> parsed = new ArrayList<>(values.size());
    for (String value : values) {
      try {
        parsed.add(parser.apply(value));
        // Fetch knows the asterisk alone, and no pattern made with it.
        if (member != Member.ORIGINS && value.contains(CorsPolicy.ANY)) {
          problems.accept(ProblemKind.ASTERISK_IN_NAME.of(member, value));
        }
      } catch (InvalidValueException e) {
        problems.accept(PolicyProblem.invalid(member, e));
      }
    }
    return parsed;
  }

  /** Returns the header names among the values; the sentinels are left to the caller. */
  static List<HeaderName> headerNames(
      Member member, List<String> values, Consumer<? super PolicyProblem> problems) {
    List<String> names = values.stream().filter(value -> !SENTINELS.contains(value)).toList();
    return areNone(member, values, problems)
        ? List.of()
        : parse(member, names, HeaderName::of, problems);
  }

  /** Checks that no asterisk stands beside names that it covers. */
  static void checkAsterisk(
      Member member,
      List<String> values,
      List<String> covered,
      Consumer<? super PolicyProblem> problems) {
    if (values.contains(CorsPolicy.ANY) && !covered.isEmpty()) {
      problems.accept(PolicyProblem.asteriskBesideNames(member, covered));
    }
  }
}
