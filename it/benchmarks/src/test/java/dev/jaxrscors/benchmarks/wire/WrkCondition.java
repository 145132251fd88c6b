package dev.jaxrscors.benchmarks.wire;

import java.io.IOException;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Skips what {@link NeedsWrk} on a machine without it, and says so. */
final class WrkCondition implements ExecutionCondition {

  private static final String REASON =
      "LEFT OUT, not passed: the load, because this machine lacks wrk."
          + " To run it: apt-get install wrk";

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    if ("required".equals(System.getenv("WRK")) || isHere()) {
      return ConditionEvaluationResult.enabled("wrk is here");
    }
    System.out.println(REASON);
    return ConditionEvaluationResult.disabled(REASON);
  }

  private static boolean isHere() {
    try {
      return Wrk.version().startsWith("wrk");
    } catch (IOException e) {
      return false;
    }
  }
}
