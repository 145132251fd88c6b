package dev.jaxrscors.testing;

/**
 * Assertions that read as sentences; for a static import.
 *
 * <pre>{@code
 * assertThat(outcome).isShared().hasStatus(201).exposes("Location");
 * assertThat(outcome).isBlocked().because("DELETE is not in Access-Control-Allow-Methods");
 * }</pre>
 *
 * <p>They need AssertJ, which a project brings itself.
 *
 * <p>They keep nothing, and are thread-safe; an assertion that they return is for one thread.
 */
public final class CorsAssertions {

  private CorsAssertions() {}

  /**
   * Returns assertions on what became of a request.
   *
   * @param outcome what became of it
   * @return the assertions
   */
  public static OutcomeAssert assertThat(Outcome outcome) {
    return new OutcomeAssert(outcome);
  }
}
