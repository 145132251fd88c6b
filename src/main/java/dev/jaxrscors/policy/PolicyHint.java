package dev.jaxrscors.policy;

import dev.jaxrscors.fetch.Quoted;
import java.util.List;
import java.util.Optional;

/**
 * Something in a policy, or around it, that is legal and probably not what was meant. It goes to
 * the log once, when the application is deployed, and never stops it.
 *
 * <p>It is immutable.
 *
 * @param kind what is odd
 * @param member the member that it is about; empty where it is about none, but about the place
 * @param arguments what is particular to this one, as the kind has it
 */
public record PolicyHint(HintKind kind, Optional<Member> member, List<String> arguments)
    implements PolicyRemark {

  /**
   * Makes one.
   *
   * @param kind what is odd
   * @param member the member that it is about, if it is about one
   * @param arguments what is particular to this one
   */
  public PolicyHint {
    arguments = List.copyOf(arguments);
  }

  static PolicyHint repeated(Member member, List<String> values) {
    boolean areHeaders = member == Member.ALLOWED_HEADERS || member == Member.EXPOSED_HEADERS;
    return (areHeaders ? HintKind.REPEATED_HEADER : HintKind.REPEATED)
        .of(member, Quoted.list(values));
  }

  /**
   * {@return the hint at header names in a list of configuration that can have no effect}
   *
   * @param member the list
   * @param names the names
   */
  public static PolicyHint headersLeftOut(Member member, List<String> names) {
    boolean isOne = names.size() == 1;
    String reason =
        member == Member.ALLOWED_HEADERS
            ? "no page can send such a header, or has a reason to"
            : "browsers let no script read such a header";
    return HintKind.HEADERS_LEFT_OUT.of(
        member, Quoted.all(names), isOne ? "is" : "are", reason, isOne ? "it" : "them");
  }

  /**
   * {@return the hint at errors that no resource, and so no policy, answers}
   *
   * @param filters the classes of filters that answer before the match
   */
  public static PolicyHint unreadableErrors(List<String> filters) {
    return HintKind.UNREADABLE_ERRORS.of(
        filters.isEmpty()
            ? ""
            : ", and what " + String.join(", ", filters) + " answers before the match,");
  }

  /**
   * {@return the hint at another component that answers for CORS, or changes methods}
   *
   * @param className its class
   */
  public static PolicyHint otherFilter(String className) {
    return className.endsWith("HttpMethodOverrideFilter")
        ? HintKind.METHOD_OVERRIDE.of(className)
        : HintKind.OTHER_FILTER.of(className);
  }

  /**
   * {@return the hint at resources without a policy in an application that has policies}
   *
   * @param classNames their classes
   */
  public static PolicyHint noPolicyBeside(List<String> classNames) {
    return HintKind.NO_POLICY_BESIDE.of(
        String.join(", ", classNames), classNames.size() == 1 ? "it" : "them");
  }

  /**
   * {@return the hint at a key of configuration that nothing reads}
   *
   * @param key the key
   */
  public static PolicyHint unknownKey(String key) {
    return HintKind.UNKNOWN_KEY.of(
        key,
        key.endsWith("]")
            ? "no list has this element, or one before it is missing"
            : "no key has this name");
  }

  @Override
  public Text text(Wording in) {
    return kind.template().fill(this, in);
  }
}
