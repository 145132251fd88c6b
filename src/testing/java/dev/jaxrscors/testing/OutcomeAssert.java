package dev.jaxrscors.testing;

import dev.jaxrscors.testing.Exchange.CachedPreflight;
import dev.jaxrscors.testing.Exchange.SentPreflight;
import java.util.Objects;
import org.assertj.core.api.AbstractAssert;

/**
 * Assertions on an {@link Outcome}: see {@link CorsAssertions#assertThat(Outcome)}. It is not
 * thread-safe.
 */
public final class OutcomeAssert extends AbstractAssert<OutcomeAssert, Outcome> {

  OutcomeAssert(Outcome actual) {
    super(actual, OutcomeAssert.class);
  }

  /**
   * Verifies that the page may read the response, whatever its status.
   *
   * @return these assertions
   */
  public OutcomeAssert isShared() {
    shared();
    return this;
  }

  /**
   * Verifies that the page may not read a response.
   *
   * @return these assertions
   */
  public OutcomeAssert isBlocked() {
    blocked();
    return this;
  }

  /**
   * Verifies where the request was blocked.
   *
   * @param stage where
   * @return these assertions
   */
  public OutcomeAssert at(Stage stage) {
    return check(blocked().stage() == stage, "to be blocked " + stage.words());
  }

  /**
   * Verifies why the request was blocked.
   *
   * @param reason a part of the {@linkplain Outcome#explanation() explanation}
   * @return these assertions
   */
  public OutcomeAssert because(String reason) {
    String explanation = blocked().explanation();
    return check(explanation.contains(reason), "to be blocked because: " + reason);
  }

  /**
   * Verifies the status that the page reads.
   *
   * @param status the status
   * @return these assertions
   */
  public OutcomeAssert hasStatus(int status) {
    return check(shared().status() == status, "to have the status " + status);
  }

  /**
   * Verifies the body that the page reads.
   *
   * @param body the whole body
   * @return these assertions
   */
  public OutcomeAssert hasBody(String body) {
    return check(shared().body().equals(body), "to have the body: " + body);
  }

  /**
   * Verifies the value of a header, which the page must be able to read.
   *
   * @param name the name of the header
   * @param value its value
   * @return these assertions
   */
  public OutcomeAssert hasHeader(String name, String value) {
    boolean has = Objects.equals(shared().header(name), value);
    return check(has, "to let the page read " + name + ": " + value);
  }

  /**
   * Verifies that the response has headers, and that the page may read them.
   *
   * @param names the names of the headers
   * @return these assertions
   */
  public OutcomeAssert exposes(String... names) {
    for (String name : names) {
      check(shared().headers().contains(name), "to let the page read " + name);
    }
    return this;
  }

  /**
   * Verifies that the page may not read headers, even if the response has them.
   *
   * @param names the names of the headers
   * @return these assertions
   */
  public OutcomeAssert hides(String... names) {
    for (String name : names) {
      check(!shared().headers().contains(name), "to hide from the page " + name);
    }
    return this;
  }

  /**
   * Verifies that a preflight was sent, and not answered from the cache.
   *
   * @return these assertions
   */
  public OutcomeAssert sentPreflight() {
    return check(has(SentPreflight.class), "to have sent a preflight");
  }

  /**
   * Verifies that no preflight was sent: none was needed, or the cache had the answer.
   *
   * @return these assertions
   */
  public OutcomeAssert sentNoPreflight() {
    return check(!has(SentPreflight.class), "to have sent no preflight");
  }

  /**
   * Verifies that a preflight was needed, and the cache had the answer.
   *
   * @return these assertions
   */
  public OutcomeAssert usedCachedPreflight() {
    return check(has(CachedPreflight.class), "to have used the preflight cache");
  }

  private Outcome.Shared shared() {
    isNotNull();
    if (actual instanceof Outcome.Shared shared) {
      return shared;
    }
    throw failure("Expected the response %nto be shared, but the request was %n%s", actual);
  }

  private Outcome.Blocked blocked() {
    isNotNull();
    if (actual instanceof Outcome.Blocked blocked) {
      return blocked;
    }
    throw failure("Expected the request %nto be blocked, but the response was %n%s", actual);
  }

  private boolean has(Class<? extends Exchange> step) {
    isNotNull();
    return actual.exchanges().stream().anyMatch(step::isInstance);
  }

  private OutcomeAssert check(boolean met, String expectation) {
    if (!met) {
      throw failure("Expected the request %n%s, but it was %n%s", expectation, actual);
    }
    return this;
  }
}
