package dev.jaxrscors.policy;

import static dev.jaxrscors.policy.Member.ALLOWED_HEADERS;
import static dev.jaxrscors.policy.Member.DANGEROUSLY;
import static dev.jaxrscors.policy.Member.EXPOSED_HEADERS;
import static dev.jaxrscors.policy.Member.MAX_AGE;
import static dev.jaxrscors.policy.Member.METHODS;
import static dev.jaxrscors.policy.Member.ORIGINS;
import static dev.jaxrscors.policy.Member.ORIGIN_SOURCE;
import static dev.jaxrscors.policy.Member.VALUE;

import java.util.List;
import java.util.Optional;

/**
 * All that can be wrong with a policy, a row each: the member, if it is always the same one, and
 * the message: {@code [value] finding, because reason; remedy}. What stands in braces differs from
 * one problem to another: see {@link Template}.
 */
public enum ProblemKind {
  // Origins

  /** No level sets origins. */
  NO_ORIGIN(
      ORIGINS,
      "[nothing] is set at any level, because no origin is ever implied;"
          + " name the origins of your pages, as in {write ORIGINS=https://app.example.com},"
          + " or say {write ORIGINS=(none)} for nobody"),
  /** Any origin, with credentials. */
  ANY_ORIGIN_WITH_CREDENTIALS(
      ORIGINS,
      "[\"*\"] is prohibited with credentials, because every site"
          + " on the web could act as the user who visits it, and browsers refuse it;"
          + " list the origins of your pages, or say {write CREDENTIALS=refuse}"),
  /** The opaque origin, with credentials. */
  OPAQUE_ORIGIN_WITH_CREDENTIALS(
      ORIGINS,
      "[\"null\"] is prohibited with credentials, because any page can send it"
          + " from a sandboxed frame and act as the user who visits it; serve your page"
          + " from an origin of its own and list that, or say {write CREDENTIALS=refuse}"),
  /** The origin of every page opened from disk, with credentials. */
  FILE_ORIGIN_WITH_CREDENTIALS(
      ORIGINS,
      "[\"file://\"] is prohibited with credentials, because any page that a user opens from disk,"
          + " a downloaded one too, can act as that user; serve your page from an origin of its own"
          + " and list that, or say {write CREDENTIALS=refuse}"),
  /** An origin (0) reached over plain http, not over TLS (1), with credentials. */
  INSECURE_WITH_CREDENTIALS(
      ORIGINS,
      "[{quoted 0}] is prohibited with credentials, because anyone on the network can speak for it;"
          + " use {quoted 1}{or INSECURE_ORIGINS}"),
  /** An origin (0) reached over plain http, not over TLS (1), in production. */
  INSECURE_IN_PRODUCTION(
      ORIGINS,
      "[{quoted 0}] is prohibited in production, because anyone on the network can speak for it;"
          + " use {quoted 1}{or INSECURE_ORIGINS}"),
  /** A loopback origin (0), in production. */
  LOOPBACK_IN_PRODUCTION(
      ORIGINS,
      "[{quoted 0}] is prohibited in production, because any program on a user's machine can speak"
          + " for it; leave it to development{or LOOPBACK_ORIGINS}"),
  /** A wildcard (0) directly under a public suffix (1), not a domain (2), with credentials. */
  PUBLIC_SUFFIX_WITH_CREDENTIALS(
      ORIGINS,
      "[{quoted 0}] is prohibited with credentials,"
          + " because anyone can register a name under the public suffix {1};"
          + " name the domains that are yours, as in {quoted 2}{or PUBLIC_SUFFIXES}"),
  /** A check set aside where there are no origins for which it could be. */
  DANGER_WITHOUT_ORIGINS(
      DANGEROUSLY,
      "[a check] is set aside in vain, because that counts for the origins beside it,"
          + " and there are none; move it to where the origins are written"),
  /** A class (0) that decides on origins and cannot be made, for a reason (1). */
  UNUSABLE_SOURCE(
      ORIGIN_SOURCE,
      "[{0}] is unusable, because {1};"
          + " give it a public constructor without parameters that does not fail"),
  /** The supplier of a policy (0), unusable for a reason (1). */
  UNUSABLE_SUPPLIER(
      "[the supplier of policy {quoted 0}] is unusable, because {1};"
          + " let it return a policy whenever it is asked, the last one if there is no other"),

  // Lists and numbers

  /** A value (0) that is invalid or forbidden (1), for a reason (2), with a remedy (3). */
  INVALID_VALUE("[{quoted 0}] is {1}, because {2}; {3}"),
  /** A list without elements, which may have been meant as none (0). */
  EMPTY_LIST(
      "[an empty list] is prohibited, because it may mean nobody or everybody;"
          + " say {constant 0} for none"),
  /** A list without methods. */
  NO_METHODS(
      METHODS,
      "[an empty list] is prohibited, because it may mean nobody or everybody;"
          + " name the methods, or say {write ORIGINS=(none)} for nobody"),
  /** A sentinel (0) among other values. */
  NOT_ALONE(
      "[{constant 0} among other values] is prohibited, because it contradicts them;"
          + " leave {constant 0} alone in its list, or leave it out"),
  /** An asterisk in the name (0) of a header or a method. */
  ASTERISK_IN_NAME(
      "[{quoted 0}] is invalid, because an asterisk inside a name is no pattern anywhere in Fetch,"
          + " but a part of that very name; write the names out, or \"*\" alone for every one"),
  /** Every name, and some of them (0) again. */
  ASTERISK_BESIDE_NAMES(
      "[\"*\"] is prohibited beside {0}, because no pattern in Fetch is made"
          + " of both: the asterisk alone covers every name; leave the names out, or the asterisk"),
  /** Every name of a request header but one, and some others (0) again. */
  ASTERISK_BESIDE_REQUEST_HEADERS(
      ALLOWED_HEADERS,
      "[\"*\"] is prohibited beside {0}, because no pattern in Fetch is made of both: the asterisk"
          + " alone covers every name but Authorization, which is the only one to be added;"
          + " leave the names out, or the asterisk"),
  /** A request header (0) that scripts cannot set. */
  FORBIDDEN_REQUEST_HEADER(
      ALLOWED_HEADERS,
      "[{quoted 0}] is forbidden, because browsers let no script set it, so it is never asked for;"
          + " leave it out"),
  /** The request header of cookies (0), which scripts cannot set. */
  COOKIE_ALLOWED(
      ALLOWED_HEADERS,
      "[{quoted 0}] is forbidden, because browsers let no script set it, so it is never asked for;"
          + " leave it out; for cookies say {set CREDENTIALS=allow}"),
  /** A response header (0) of the CORS protocol among the request headers. */
  RESPONSE_HEADER_ALLOWED(
      ALLOWED_HEADERS,
      "[{quoted 0}] is prohibited, because it is a response header of the CORS protocol,"
          + " which a page has no reason to send; leave it out, here and in the code of the page"),
  /** A response header (0) that scripts can never read. */
  FORBIDDEN_RESPONSE_HEADER(
      EXPOSED_HEADERS,
      "[{quoted 0}] is forbidden, because browsers let no script read it; leave it out;"
          + " browsers keep the cookie all the same, with {set CREDENTIALS=allow}"),
  /** Every response header exposed, with credentials. */
  ALL_EXPOSED_WITH_CREDENTIALS(
      EXPOSED_HEADERS,
      "[\"*\"] is prohibited with credentials, because with credentials browsers take it"
          + " for a header named *; name the headers, as in {write EXPOSED_HEADERS=ETag,Location}"),
  /** The request headers a resource declares (0), exposed as response headers. */
  DERIVED_EXPOSED(
      EXPOSED_HEADERS,
      "[{constant 0}] is invalid, because a resource declares the request headers it reads,"
          + " not the response headers it sends;"
          + " name the headers, as in {write EXPOSED_HEADERS=ETag,Location}"),
  /** A method whose own list (1) leaves its own verb (0) out. */
  OWN_VERB_MISSING(
      METHODS,
      "[{1}] is prohibited on a method that answers {0},"
          + " because it allows everything but the method it stands on;"
          + " add {quoted 0}, or leave the member out; for nobody say origins = CorsPolicy.NONE"),
  /** A number of seconds (0) that is negative; the largest is (1). */
  MAX_AGE_TOO_SMALL(
      MAX_AGE,
      "[{0}] is invalid, because it counts seconds, from 0 to {1}, a day,"
          + " the most a browser honours; use 0 for no caching, or {browser default}"),
  /** A number of seconds (0) above the largest (1). */
  MAX_AGE_TOO_LARGE(
      MAX_AGE,
      "[{0}] is invalid, because it counts seconds, from 0 to {1}, a day,"
          + " the most a browser honours; use {1} or less"),

  // Names

  /** An origin (0) where the name of a policy belongs. */
  ORIGIN_AS_NAME(
      VALUE,
      "[{quoted 0}] is invalid, because the value without a name is the name of a policy,"
          + " not an origin; write @CorsPolicy(origins = {quoted 0})"),
  /** A name (0) outside the grammar of names. */
  INVALID_NAME(
      VALUE,
      "[{quoted 0}] is invalid, because the name of a policy has lower-case letters,"
          + " digits and hyphens; rename it, as in \"public-api\""),
  /** A name (0, 1 without quotes) that no policy has, and what is declared (2). */
  UNKNOWN_POLICY(
      VALUE,
      "[{quoted 0}] is unknown, because {2}; declare it with CorsSetup.builder().policy({quoted 0},"
          + " ...), set cors.policy.{1}.origins, or write the origins here"),

  // Configuration

  /** A list with nothing between two commas. */
  EMPTY_ELEMENT(
      "[an empty element] is invalid, because nothing stands between two commas,"
          + " or before or after the only one; remove the comma, or say none for an empty list"),
  /** A string (0) with a placeholder without value, for a reason (1), and a remedy (2). */
  UNRESOLVED_PLACEHOLDER("[{quoted 0}] has no value, because {1}; {2}"),
  /** A string (0) with a placeholder that is none, for a reason (1), and a remedy (2). */
  MALFORMED_PLACEHOLDER("[{quoted 0}] has no value, because {1}; {2}"),
  /** A value (0) that is not of its kind, for a reason (1), with a remedy (2). */
  INVALID_SETTING("[{quoted 0}] is invalid, because {1}; {2}"),

  // Where an annotation stands

  /** A verb (0) and path (1) with another policy than the same at another place (2). */
  UNEQUAL_SIBLINGS(
      "[the policy of {0} {1}] is prohibited beside the different one of {2},"
          + " because the two differ in media types alone, which a preflight does not tell;"
          + " give both the same policy, or paths of their own"),
  /** Two interfaces, or two composed annotations (0, 1), with different policies. */
  CONTRADICTION(
      "[the policy of {0}] is prohibited beside the different one of {1}, because both are equally"
          + " near, and neither goes first; annotate the class or the method itself"),
  /** An annotation where no resource method is. */
  NO_RESOURCE_METHOD(
      "[@CorsPolicy] governs nothing here, because no resource method is in this place;"
          + " move it to a resource method, or to the class of the resource or sub-resource"),
  /** An annotation on a method that would be a resource method, were it what it lacks (0). */
  HIDDEN_RESOURCE_METHOD(
      "[@CorsPolicy] governs nothing here, because Jakarta REST looks at public methods"
          + " of instances alone; make the method {0}");

  private final Optional<Member> own;

  @SuppressWarnings("ImmutableEnumChecker") // A record of strings.
  private final Template template;

  ProblemKind(Member own, String sentence) {
    this.own = Optional.of(own);
    this.template = Template.of(sentence);
  }

  ProblemKind(String sentence) {
    this.own = Optional.empty();
    this.template = Template.of(sentence);
  }

  /**
   * {@return a problem with the member of this kind, or with none}
   *
   * @param arguments what stands in braces, in their order
   */
  public PolicyProblem of(String... arguments) {
    return new PolicyProblem(this, own, List.of(arguments));
  }

  /**
   * {@return a problem with a member}
   *
   * @param member the member
   * @param arguments what stands in braces, in their order
   */
  public PolicyProblem of(Member member, String... arguments) {
    return new PolicyProblem(this, Optional.of(member), List.of(arguments));
  }

  Template template() {
    return template;
  }
}
