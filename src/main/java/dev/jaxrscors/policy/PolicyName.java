package dev.jaxrscors.policy;

import java.util.regex.Pattern;

/**
 * The name of a policy, by which annotations and keys of configuration refer to it: lower-case
 * letters, digits and hyphens.
 *
 * <p>It keeps nothing, and is thread-safe.
 */
public final class PolicyName {

  /** The grammar of names, as a regular expression. */
  public static final String GRAMMAR = "[a-z0-9-]+";

  private static final Pattern NAME = Pattern.compile(GRAMMAR);

  private PolicyName() {}

  /**
   * {@return whether a text is a name}
   *
   * @param text the text
   */
  public static boolean isValid(String text) {
    return NAME.matcher(text).matches();
  }

  /**
   * {@return what is wrong with a text that is no name: often it is an origin}
   *
   * @param text the text
   */
  public static PolicyProblem problem(String text) {
    boolean isOrigin = text.contains("://") || text.contains("*") || text.contains(".");
    return isOrigin ? ProblemKind.ORIGIN_AS_NAME.of(text) : ProblemKind.INVALID_NAME.of(text);
  }
}
