package dev.jaxrscors.browsers.engine;

import static org.junit.platform.commons.support.AnnotationSupport.findAnnotation;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Skips what {@link NeedsEngine} a machine without it, and says so. */
final class EngineCondition implements ExecutionCondition {

  private static final Set<EngineType> SAID = EnumSet.noneOf(EngineType.class);

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    return findAnnotation(context.getElement(), NeedsEngine.class)
        .map(needs -> evaluate(needs.value()))
        .orElseGet(() -> ConditionEvaluationResult.enabled("needs no browser"));
  }

  private static ConditionEvaluationResult evaluate(EngineType type) {
    if (type.missing().isEmpty() || "required".equals(System.getenv("BROWSERS"))) {
      return ConditionEvaluationResult.enabled(type + " is here");
    }
    String reason =
        "LEFT OUT, not passed: all tests in %s, because this machine lacks %s. To run them: %s"
            .formatted(type, String.join(", ", type.missing()), type.howToInstall());
    if (SAID.add(type)) {
      System.out.println(reason);
    }
    return ConditionEvaluationResult.disabled(reason);
  }
}
