package dev.jaxrscors.policy;

import static dev.jaxrscors.policy.Member.ALLOWED_HEADERS;
import static dev.jaxrscors.policy.Member.EXPOSED_HEADERS;
import static dev.jaxrscors.policy.Member.METHODS;
import static dev.jaxrscors.policy.Member.ORIGINS;

import java.util.List;
import java.util.Optional;

/**
 * All that is legal and probably not meant, a row each: the member, if it is always the same one,
 * and the message: {@code [value] finding, because reason; remedy}. What stands in braces differs
 * from one hint to another: see {@link Template}.
 */
public enum HintKind {
  // Of one policy

  /** A response header (0) exposed that every script may read anyway. */
  SAFELISTED_EXPOSED(
      EXPOSED_HEADERS,
      "[{quoted 0}] is superfluous, because every script may read this response header;"
          + " leave it out"),
  /** Values (0) that a list holds more than once. */
  REPEATED(
      "[{0}] is superfluous, because the list has it already;"
          + " leave it out, here or in what a placeholder stands for"),
  /** Header names (0) that a list holds more than once, in whatever case. */
  REPEATED_HEADER(
      "[{0}] is superfluous, because the list has that name already, and header names are compared"
          + " without case; leave it out, here or in what a placeholder stands for"),
  /** Loopback origins (0) without a sign that this is the machine of a developer. */
  LOOPBACK_ACTIVE(
      ORIGINS,
      "[{0}] is allowed outside of development, because any program"
          + " on a user's machine can speak for it, and mp.config.profile is not dev;"
          + " keep it out of production with cors.production=true, which refuses it there"),

  // Of the methods of a resource

  /** A verb (0) in the list of methods that a resource lacks, and those it has (1). */
  VERB_LACKING(
      METHODS,
      "[{quoted 0}] has no effect, because the resource has only {1};"
          + " leave it out, or add the method"),
  /** A designator (0) that is not in upper case (1). */
  VERB_IN_LOWER_CASE(
      "[@HttpMethod({quoted 0})] is taken for {1},"
          + " because methods are case-sensitive, and some runtimes match them in upper case alone;"
          + " write {quoted 1} there, in methods, and in the code of the page"),
  /** Methods of one path (0) and the different request headers that they allow (1, 2). */
  UNEQUAL_HEADERS(
      ALLOWED_HEADERS,
      "[{1} on {0} beside {2}] may be granted by mistake in the browser,"
          + " because browsers keep the allowed header names for the URL, not for the method;"
          + " allow the same names on both, or give them paths of their own"),
  /** A verb (0) and path (1) that a form can post to, although the policy leaves it out. */
  FORMS_STILL_REACH(
      "[{0} {1}] still runs when another site posts a form to it, because a form needs no"
          + " preflight, and under Refusal.WITHHOLD only the response is withheld; say refusal ="
          + " Refusal.REJECT, or consume a type that no form can send, such as application/json"),
  /** The same under a policy for every origin, which never rejects. */
  FORMS_STILL_REACH_PUBLICLY(
      METHODS,
      "[{0} {1}] still runs when another site posts a form to it,"
          + " because a form needs no preflight, and a policy for every origin never rejects;"
          + " name the origins and say refusal = Refusal.REJECT,"
          + " or consume a type that no form can send, such as application/json"),
  /** A hand-written method for OPTIONS of a path (0) with a policy. */
  OWN_OPTIONS(
      "[the method for OPTIONS {0}] is not asked for preflights,"
          + " because the policy answers them, so that no resource method runs on one;"
          + " leave it to other OPTIONS requests, or remove it"),
  /** A hand-written method for OPTIONS without a policy, on the path (0) of a policy (1). */
  OPTIONS_BESIDE_POLICY(
      "[the method for OPTIONS {0}] is not asked for preflights, because preflights on"
          + " that path are for the policy of {1}; remove it, or give it a path of its own"),
  /** A hand-written method for OPTIONS without a policy, at a path (0) below a locator. */
  OPTIONS_BELOW_LOCATOR(
      "[the method for OPTIONS {0}] is not asked for preflights, because where a"
          + " sub-resource locator leads is known only when the request has been matched;"
          + " remove it, and write @CorsPolicy on its class"),

  // Of an application

  /** Errors of no resource, and what filters answer before the match (0). */
  UNREADABLE_ERRORS(
      "[404, 405, 406 and 415 of no resource{0}] cannot be read by any page,"
          + " because the policies of the resources do not agree on origins and credentials,"
          + " and the application has none;"
          + " name the origins of all its pages in CORS_DEFAULT_ORIGINS (cors.default.origins),"
          + " or in @CorsPolicy on the Application class; resources without a policy have it then"),
  /** Another component (0) that answers for CORS. */
  OTHER_FILTER(
      "[{0}] is registered beside @CorsPolicy, because two layers then answer for the same headers,"
          + " and the policy replaces the other's; remove it, and keep its origins in @CorsPolicy"),
  /** A component (0) that changes methods. */
  METHOD_OVERRIDE(
      "[{0}] lets a simple POST become any method, because a page may send that POST without a"
          + " preflight; remove it, or keep it away from resources that browsers may call"),
  /** Resources (0) without a policy in an application that has policies; it or them (1). */
  NO_POLICY_BESIDE(
      "[{0}] cannot be called from browsers on other origins,"
          + " because no level sets a policy for {1}; add @CorsPolicy if pages should call {1},"
          + " or origins = CorsPolicy.NONE to say that none should"),
  /** The name of a policy (0) that no annotation refers to. */
  UNUSED_POLICY(
      "[{quoted 0}] has no effect, because no annotation refers to it;"
          + " write @CorsPolicy({quoted 0}) on a resource, or remove the policy"),

  // Of configuration

  /** A key (0) that begins like the library's own, and is none of them, for a reason (1). */
  UNKNOWN_KEY(
      "[{0}] has no effect, because {1}; compare it with cors.policy.NAME.origins, methods,"
          + " allowed-headers, exposed-headers, credentials, max-age and refusal"),
  /** Quotes in a list, which are not part of what is meant. */
  QUOTES_LEFT_OUT(
      "[its quotes] are left out, because nothing in this list holds any;"
          + " write the values without them"),
  /** Header names (0) that are or is (1) without effect, for a reason (2); them or it (3). */
  HEADERS_LEFT_OUT("[{0}] {1} left out, because {2}; remove {3}");

  private final Optional<Member> own;

  @SuppressWarnings("ImmutableEnumChecker") // A record of strings.
  private final Template template;

  HintKind(Member own, String sentence) {
    this.own = Optional.of(own);
    this.template = Template.of(sentence);
  }

  HintKind(String sentence) {
    this.own = Optional.empty();
    this.template = Template.of(sentence);
  }

  /**
   * {@return a hint at the member of this kind, or at none}
   *
   * @param arguments what stands in braces, in their order
   */
  public PolicyHint of(String... arguments) {
    return new PolicyHint(this, own, List.of(arguments));
  }

  /**
   * {@return a hint at a member}
   *
   * @param member the member
   * @param arguments what stands in braces, in their order
   */
  public PolicyHint of(Member member, String... arguments) {
    return new PolicyHint(this, Optional.of(member), List.of(arguments));
  }

  Template template() {
    return template;
  }
}
