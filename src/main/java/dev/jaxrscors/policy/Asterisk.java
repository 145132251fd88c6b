package dev.jaxrscors.policy;

import dev.jaxrscors.CorsPolicy;
import java.util.List;
import java.util.function.Consumer;

/**
 * The value {@code "*"} of the members that hold names: every one. Fetch knows it alone, and no
 * pattern made with it.
 *
 * @see <a href="https://fetch.spec.whatwg.org/#http-new-header-syntax">Fetch, new header syntax</a>
 */
final class Asterisk {

  private Asterisk() {}

  /** Complains when there is one in a name. */
  static void checkInside(Member member, String name, Consumer<? super PolicyProblem> problems) {
    if (name.contains(CorsPolicy.ANY)) {
      problems.accept(ProblemKind.ASTERISK_IN_NAME.of(member, name));
    }
  }

  /** Complains when one stands beside names that it covers. */
  static void checkBeside(
      Member member,
      List<String> values,
      List<String> covered,
      Consumer<? super PolicyProblem> problems) {
    if (values.contains(CorsPolicy.ANY) && !covered.isEmpty()) {
      problems.accept(PolicyProblem.asteriskBesideNames(member, covered));
    }
  }
}
