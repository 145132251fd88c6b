package dev.jaxrscors.proxies;

import static org.junit.platform.commons.support.AnnotationSupport.findAnnotation;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Skips what {@link NeedsProxy} a machine without it, and says so. */
final class ProxyCondition implements ExecutionCondition {

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    return findAnnotation(context.getElement(), NeedsProxy.class)
        .map(needs -> evaluate(needs.value()))
        .orElseGet(() -> ConditionEvaluationResult.enabled("needs no proxy"));
  }

  private static ConditionEvaluationResult evaluate(Proxy proxy) {
    if (proxy.find().isPresent() || "required".equals(System.getenv("PROXIES"))) {
      return ConditionEvaluationResult.enabled(proxy + " is here");
    }
    String reason =
        "LEFT OUT, not passed: all tests behind %1$s, because this machine lacks it. To run them: %2$s"
            .formatted(proxy, proxy.howToInstall());
    System.out.println(reason);
    return ConditionEvaluationResult.disabled(reason);
  }
}
