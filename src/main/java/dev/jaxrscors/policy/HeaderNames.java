package dev.jaxrscors.policy;

import dev.jaxrscors.fetch.HeaderName;
import dev.jaxrscors.fetch.HeaderNameSet;
import dev.jaxrscors.fetch.InvalidValueException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** The header names among the values of a member; the sentinels are left to the caller. */
record HeaderNames(List<HeaderName> each) {

  private static final Set<String> SENTINELS = Set.of(Policy.ANY, Policy.DERIVED);

  static HeaderNames parse(
      Member member, List<String> values, Consumer<? super PolicyProblem> problems) {
    if (values.isEmpty()) {
      problems.accept(new PolicyProblem.EmptyList(member));
    }
    if (values.contains(Policy.NONE)) {
      member.checkAlone(Policy.NONE, values, problems);
      return new HeaderNames(List.of());
    }
    List<HeaderName> names = new ArrayList<>();
    for (String value : values) {
      if (!SENTINELS.contains(value)) {
        parseOne(member, value, names, problems);
      }
    }
    return new HeaderNames(List.copyOf(names));
  }

  private static void parseOne(
      Member member,
      String value,
      List<HeaderName> names,
      Consumer<? super PolicyProblem> problems) {
    try {
      HeaderName name = HeaderName.of(value);
      int earlier = names.indexOf(name);
      if (earlier >= 0 && !names.get(earlier).name().equals(value)) {
        problems.accept(new PolicyProblem.SameButCase(member, names.get(earlier).name(), value));
      }
      names.add(name);
    } catch (InvalidValueException e) {
      problems.accept(PolicyProblem.InvalidValue.of(member, e));
    }
  }

  HeaderNameSet asSet() {
    return HeaderNameSet.of(each);
  }
}
