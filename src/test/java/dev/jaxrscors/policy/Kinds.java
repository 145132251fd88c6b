package dev.jaxrscors.policy;

import dev.jaxrscors.policy.InvalidPolicyException.Mistake;

/**
 * Names a problem or a hint by its place, its member, its kind and the first of its arguments:
 * tests elsewhere expect these, and leave the words to the tests of this package.
 */
public final class Kinds {

  private Kinds() {}

  public static String of(Mistake mistake) {
    return of(mistake.place(), mistake.problem());
  }

  public static String of(String place, PolicyRemark remark) {
    return place
        + remark.member().map(member -> ", " + member.label()).orElse("")
        + ": "
        + (remark instanceof PolicyProblem problem ? problem.kind() : ((PolicyHint) remark).kind())
        + remark.arguments().stream().findFirst().map(argument -> " " + argument).orElse("");
  }
}
