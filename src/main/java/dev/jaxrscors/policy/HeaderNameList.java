package dev.jaxrscors.policy;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.fetch.HeaderName;
import dev.jaxrscors.fetch.HeaderNameSet;
import dev.jaxrscors.fetch.InvalidValueException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** The header names among the values of a member; the sentinels are left to the caller. */
record HeaderNameList(List<HeaderName> each) {

  private static final Set<String> SENTINELS = Set.of(CorsPolicy.ANY, CorsPolicy.DERIVED);

  static HeaderNameList parse(
      Member member, List<String> values, Consumer<? super PolicyProblem> problems) {
    if (values.isEmpty()) {
      problems.accept(ProblemKind.EMPTY_LIST.of(member, CorsPolicy.NONE));
    }
    if (values.contains(CorsPolicy.NONE)) {
      member.checkAlone(CorsPolicy.NONE, values, problems);
      return new HeaderNameList(List.of());
    }
    List<HeaderName> names = new ArrayList<>();
    for (String value : values) {
      if (!SENTINELS.contains(value)) {
        parseOne(member, value, names, problems);
      }
    }
    return new HeaderNameList(List.copyOf(names));
  }

  private static void parseOne(
      Member member,
      String value,
      List<HeaderName> names,
      Consumer<? super PolicyProblem> problems) {
    try {
      names.add(HeaderName.of(value));
      Asterisk.checkInside(member, value, problems);
    } catch (InvalidValueException e) {
      problems.accept(PolicyProblem.invalid(member, e));
    }
  }

  /** Returns the names but for one. */
  List<String> besides(HeaderName except) {
    return each.stream().filter(name -> !name.equals(except)).map(HeaderName::name).toList();
  }

  List<String> texts() {
    return each.stream().map(HeaderName::name).toList();
  }

  HeaderNameSet asSet() {
    return HeaderNameSet.of(each);
  }
}
