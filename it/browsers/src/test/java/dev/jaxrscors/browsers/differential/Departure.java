package dev.jaxrscors.browsers.differential;

import static dev.jaxrscors.browsers.engine.EngineType.CHROMIUM;
import static dev.jaxrscors.browsers.engine.EngineType.FIREFOX;
import static dev.jaxrscors.browsers.engine.EngineType.WEBKIT;

import dev.jaxrscors.browsers.engine.EngineType;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Where engines do something else than the <a href="https://fetch.spec.whatwg.org/">standard</a>
 * says, and the cases that show it.
 */
// Predicates and sets of constants do not change, though their types do not say so.
@SuppressWarnings("ImmutableEnumChecker")
enum Departure {
  /** {@code Access-Control-Allow-Headers: *} covers {@code Authorization}. */
  AUTHORIZATION_UNDER_WILDCARD(Departure::isAuthorizationUnderWildcard, CHROMIUM, FIREFOX, WEBKIT),

  /**
   * A {@code *} in an answer with credentials is no wildcard in the preflight cache. By the letter
   * of the standard it is one, though it is none in the answer itself.
   */
  CACHED_ASTERISK(
      in("asterisk-method-with-credentials", "asterisk-header-with-credentials"),
      CHROMIUM,
      FIREFOX,
      WEBKIT),

  /** A negative {@code Access-Control-Max-Age} is 0, not the 5 seconds of one that is malformed. */
  NEGATIVE_MAX_AGE(
      says("Max-Age: -1").or(says("Max-Age: -600")).or(says("Max-Age: -0")),
      CHROMIUM,
      FIREFOX,
      WEBKIT),

  /** So is one that is malformed in any other way. */
  MALFORMED_MAX_AGE(
      says("Max-Age: +600")
          .or(says("Max-Age: 600s"))
          .or(says("Max-Age: 1.5"))
          .or(says("Max-Age: soon"))
          .or(says("Max-Age: 600, 600"))
          .or(says("Max-Age: 600\u0001"))
          .or(says("Max-Age: -99999999999999999999"))
          .or(says("Max-Age: 600\nAccess-Control-Max-Age: 600")),
      FIREFOX),

  /** The preflight cache keeps its entries when the request then fails. */
  FAILURE_KEEPS_CACHE(
      in(
          "again-after-an-unshared-response",
          "again-after-unshared-responses",
          "again-after-a-failed-redirect"),
      CHROMIUM,
      WEBKIT),

  /** It keeps them even when a preflight is refused. */
  REFUSAL_KEEPS_CACHE(in("again-after-a-refused-preflight"), WEBKIT),

  /**
   * It keeps what an answer lists that lacks what was asked for: what is listed needs no preflight
   * then, as after one that was granted.
   */
  FAILED_ANSWER_IS_CACHED(
      in(
          "told-of-a-header-then-without-it",
          "told-of-a-header-then-with-another",
          "told-of-a-method-then-another"),
      WEBKIT),

  /** A cached {@code *} is no wildcard: each other method and header needs a preflight. */
  NO_CACHED_WILDCARD(in("any-method-and-header", "any-method"), FIREFOX),

  /** What was cached for a request with credentials does not serve one without. */
  CACHE_PER_CREDENTIALS_MODE(in("with-credentials-then-without"), FIREFOX),

  /** A preflight after a redirect across origins has the page's origin, not {@code null}. */
  REDIRECTED_PREFLIGHT_NAMES_PAGE(
      in(
          "redirect-PUT-301",
          "redirect-PUT-302",
          "redirect-PUT-307",
          "redirect-PUT-308",
          "redirect-with-authorization",
          "again-after-a-failed-redirect"),
      FIREFOX),

  /** A preflighted request is preflighted again after a 303, though it has become a simple GET. */
  PREFLIGHT_AFTER_SEE_OTHER(in("redirect-PUT-303"), FIREFOX, WEBKIT),

  /** {@code Authorization} is sent on across origins. */
  AUTHORIZATION_CROSSES(in("redirect-with-authorization"), WEBKIT),

  /** A response with two {@code Location} headers is followed. */
  REPEATED_LOCATION(Departure::isRepeatedLocation, CHROMIUM, FIREFOX, WEBKIT),

  /** {@code User-Agent} is dropped, as if it were forbidden. */
  USER_AGENT_IS_FORBIDDEN(theCase -> hasHeader(theCase, "User-Agent"), CHROMIUM);

  private final Predicate<Case> shows;
  private final Set<EngineType> engines;

  Departure(Predicate<Case> shows, EngineType... engines) {
    this.shows = shows;
    this.engines = Set.of(engines);
  }

  /** Reports whether an engine departs in a case, for this reason. */
  boolean explains(EngineType engine, Case theCase) {
    return engines.contains(engine) && shows.test(theCase);
  }

  /** Reports whether the browser on paper can do as all engines do. */
  boolean canBeFollowed() {
    return Set.of(AUTHORIZATION_UNDER_WILDCARD, CACHED_ASTERISK, NEGATIVE_MAX_AGE).contains(this);
  }

  private static Predicate<Case> in(String... ids) {
    return theCase -> Set.of(ids).contains(theCase.id());
  }

  private static Predicate<Case> says(String line) {
    return theCase ->
        theCase.id().startsWith("max-age")
            && theCase.preflight().endsWith("Access-Control-" + line);
  }

  private static boolean isAuthorizationUnderWildcard(Case theCase) {
    String preflight = theCase.preflight();
    // Of what the library answers, the method is refused in any case.
    return !theCase.id().startsWith("left-to-browser")
        && hasHeader(theCase, "Authorization")
        && theCase.asks().get(0).credentials() == Ask.Mode.SAME_ORIGIN
        && preflight.contains("*")
        && !preflight.contains("Authorization");
  }

  private static boolean isRepeatedLocation(Case theCase) {
    return theCase.actual().contains("Allow-Origin")
        && theCase.actual().split("Location: ", -1).length > 2;
  }

  private static boolean hasHeader(Case theCase, String name) {
    return theCase.asks().stream().anyMatch(ask -> ask.headers().contains(name));
  }
}
