package dev.jaxrscors.policy;

import java.util.List;
import java.util.function.Consumer;

/** A member of a policy, by the name that {@code @CorsPolicy} gives it. */
public enum Member {
  /** The name of a policy declared elsewhere. */
  VALUE("value"),
  /** The allowed origins. */
  ORIGINS("origins"),
  /** The code that is asked for origins which are not listed. */
  ORIGIN_SOURCE("originSource"),
  /** The checks set aside. */
  DANGEROUSLY("dangerously"),
  /** The allowed methods. */
  METHODS("methods"),
  /** The allowed request headers. */
  ALLOWED_HEADERS("allowedHeaders"),
  /** The response headers that scripts may read. */
  EXPOSED_HEADERS("exposedHeaders"),
  /** Whether credentials are allowed. */
  CREDENTIALS("credentials"),
  /** How long a browser may keep the answer to a preflight. */
  MAX_AGE("maxAge"),
  /** What becomes of actual requests that are refused. */
  REFUSAL("refusal");

  private final String label;

  Member(String label) {
    this.label = label;
  }

  /** {@return the name of the member, as in {@code @CorsPolicy}} */
  public String label() {
    return label;
  }

  /** Complains when {@code sentinel} is not the only value. */
  void checkAlone(String sentinel, List<String> values, Consumer<? super PolicyProblem> problems) {
    if (values.size() > 1) {
      problems.accept(new PolicyProblem.NotAlone(this, sentinel));
    }
  }
}
