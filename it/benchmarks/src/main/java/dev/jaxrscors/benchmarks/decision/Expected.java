package dev.jaxrscors.benchmarks.decision;

import dev.jaxrscors.internal.protocol.Verdict;

/** Checks before a measurement that what is measured is what its name says. */
final class Expected {

  private Expected() {}

  static void granted(Verdict verdict, String allowOrigin) {
    check(verdict instanceof Verdict.Granted, verdict);
    check(verdict.headers().allowOrigin().equals(allowOrigin), verdict);
  }

  static void denied(Verdict verdict) {
    check(verdict instanceof Verdict.Denied, verdict);
    check(verdict.headers().allowOrigin().isEmpty(), verdict);
  }

  /** What the browser refuses by itself names the origin, which is allowed. */
  static void leftToBrowser(Verdict verdict, String allowOrigin) {
    check(verdict instanceof Verdict.Denied denied && denied.isLeftToBrowser(), verdict);
    check(verdict.headers().allowOrigin().equals(allowOrigin), verdict);
  }

  static void notAsked(Verdict verdict) {
    check(verdict instanceof Verdict.NotAsked, verdict);
  }

  private static void check(boolean expected, Verdict verdict) {
    if (!expected) {
      throw new IllegalStateException("unexpected verdict: " + verdict);
    }
  }
}
