package dev.jaxrscors.policy;

import dev.jaxrscors.fetch.InvalidValueException;
import dev.jaxrscors.fetch.OriginPattern;
import dev.jaxrscors.fetch.Quoted;
import java.util.List;
import java.util.Optional;

/**
 * One mistake in a policy: which member, which value, which rule it breaks, and what to do instead.
 *
 * <p>Three words are kept apart: a value is <em>invalid</em> when the grammar does not know it,
 * <em>forbidden</em> when the Fetch standard refuses it, <em>prohibited</em> when this library
 * does.
 *
 * <p>It is immutable.
 *
 * @param kind what is wrong
 * @param member the member that it is about; empty where it is about none, but about the place
 * @param arguments what is particular to this one, as the kind has it
 */
public record PolicyProblem(ProblemKind kind, Optional<Member> member, List<String> arguments)
    implements PolicyRemark {

  /**
   * Makes one.
   *
   * @param kind what is wrong
   * @param member the member that it is about, if it is about one
   * @param arguments what is particular to this one
   */
  public PolicyProblem {
    arguments = List.copyOf(arguments);
  }

  static PolicyProblem insecure(ProblemKind kind, OriginPattern pattern) {
    return kind.of(pattern.toString(), secured(pattern));
  }

  static PolicyProblem publicSuffixWithCredentials(OriginPattern pattern) {
    return ProblemKind.PUBLIC_SUFFIX_WITH_CREDENTIALS.of(
        pattern.toString(), pattern.host().toString(), owned(pattern));
  }

  static PolicyProblem invalid(Member member, InvalidValueException e) {
    return ProblemKind.INVALID_VALUE.of(
        member, e.value(), e.word().toString(), e.rule(), e.remedy());
  }

  static PolicyProblem asteriskBesideNames(Member member, List<String> names) {
    return (member == Member.ALLOWED_HEADERS
            ? ProblemKind.ASTERISK_BESIDE_REQUEST_HEADERS
            : ProblemKind.ASTERISK_BESIDE_NAMES)
        .of(member, Quoted.list(names));
  }

  static PolicyProblem forbiddenRequestHeader(String name) {
    return name.equalsIgnoreCase("Cookie")
        ? ProblemKind.COOKIE_ALLOWED.of(name)
        : ProblemKind.FORBIDDEN_REQUEST_HEADER.of(name);
  }

  static PolicyProblem maxAgeOutOfRange(int seconds) {
    return (seconds > MaxAge.LARGEST
            ? ProblemKind.MAX_AGE_TOO_LARGE
            : ProblemKind.MAX_AGE_TOO_SMALL)
        .of(Integer.toString(seconds), Integer.toString(MaxAge.LARGEST));
  }

  /**
   * {@return the problem with a method whose own list leaves its own verb out}
   *
   * @param verb the verb of the method
   * @param listed what the list has
   */
  public static PolicyProblem ownVerbMissing(String verb, List<String> listed) {
    return ProblemKind.OWN_VERB_MISSING.of(verb, Quoted.list(listed));
  }

  /**
   * {@return the problem with a name that no policy has}
   *
   * @param name the name
   * @param known the names there are
   */
  public static PolicyProblem unknownPolicy(String name, List<String> known) {
    String declared =
        known.isEmpty()
            ? "no policy is declared by name"
            : "the declared policies are " + String.join(", ", known);
    return ProblemKind.UNKNOWN_POLICY.of(name, Quoted.unquoted(name), declared);
  }

  /** Returns the same origin over TLS; a port stays, because it may be served there too. */
  private static String secured(OriginPattern pattern) {
    String secured = "https" + pattern.toString().substring("http".length());
    return secured.endsWith(":443") ? secured.substring(0, secured.lastIndexOf(':')) : secured;
  }

  /** Returns a wildcard below a public suffix, over TLS, as somebody's own. */
  private static String owned(OriginPattern pattern) {
    String text = pattern.scheme().equals("http") ? secured(pattern) : pattern.toString();
    return text.replaceFirst("\\*\\.", "*.example.");
  }

  @Override
  public Text text(Wording in) {
    return kind.template().fill(this, in);
  }
}
