package dev.jaxrscors.policy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the lists of a policy hold more than once. It harms nothing, and comes about when two
 * placeholders stand for the same; no part of the policy's meaning, and so of its equality.
 */
final class Repetitions {

  /** More origins than these come from a program. */
  private static final int MOST_ORIGINS = 1_000;

  private final Map<Member, PolicyHint> hints = new EnumMap<>(Member.class);

  /** Finds the repeated values of a member; they replace those found before. */
  void find(Member member, Collection<String> values) {
    hints.remove(member);
    List<String> repeated =
        member == Member.ORIGINS && values.size() > MOST_ORIGINS
            ? List.of()
            : repeated(member, values);
    if (!repeated.isEmpty()) {
      hints.put(member, PolicyHint.repeated(member, repeated));
    }
  }

  private static List<String> repeated(Member member, Collection<String> values) {
    Set<String> seen = new HashSet<>();
    return values.stream().filter(v -> !seen.add(compared(member, v))).distinct().toList();
  }

  private static String compared(Member member, String value) {
    return switch (member) {
      case ALLOWED_HEADERS, EXPOSED_HEADERS -> value.toLowerCase(Locale.ROOT);
      default -> value;
    };
  }

  /** Takes the hint of another policy at a member that is taken from there. */
  void takeFrom(Member member, List<PolicyHint> others) {
    hints.remove(member);
    others.stream()
        .filter(hint -> hint.member().equals(Optional.of(member)))
        .forEach(h -> hints.put(member, h));
  }

  List<PolicyHint> hints() {
    return new ArrayList<>(hints.values());
  }
}
