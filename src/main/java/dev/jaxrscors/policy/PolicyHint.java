package dev.jaxrscors.policy;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Something in a policy, or around it, that is legal and probably not what was meant. It goes to
 * the log once, when the application is deployed, and never stops it.
 */
public sealed interface PolicyHint extends PolicyRemark {

  /**
   * A response header exposed that every script may read anyway.
   *
   * @param name its name
   */
  record SafelistedExposed(String name) implements PolicyHint {
    @Override
    public Text text() {
      return new Text(
          Member.EXPOSED_HEADERS,
          Shown.quoted(name),
          "is superfluous",
          "every script may read this response header",
          "leave it out");
    }
  }

  /**
   * Values that a list holds more than once.
   *
   * @param member the member
   * @param values the repetitions, each once and as it is spelled there
   */
  record Repeated(Member member, List<String> values) implements PolicyHint {
    @Override
    public Text text() {
      boolean areHeaders = member == Member.ALLOWED_HEADERS || member == Member.EXPOSED_HEADERS;
      return new Text(
          member,
          Shown.list(values),
          "is superfluous",
          areHeaders
              ? "the list has that name already, and header names are compared without case"
              : "the list has it already",
          "leave it out, here or in what a placeholder stands for");
    }
  }

  /**
   * Methods of one path that allow different request headers.
   *
   * @param path the path template
   * @param one a method and what it allows
   * @param other another one and what that allows
   */
  record UnequalHeaders(String path, String one, String other) implements PolicyHint {
    @Override
    public Text text() {
      return new Text(
          Member.ALLOWED_HEADERS,
          "%s on %s beside %s".formatted(one, path, other),
          "may be granted by mistake in the browser",
          "browsers keep the allowed header names for the URL, not for the method",
          "allow the same names on both, or give them paths of their own");
    }
  }

  /**
   * A method that a form can post to, although the policy leaves it out.
   *
   * @param member the member that leaves it out
   * @param verb its verb
   * @param path its path template
   */
  record FormsStillReach(Member member, String verb, String path) implements PolicyHint {
    @Override
    public Text text() {
      return FormsStillReachPublicly.text(
          member,
          verb + " " + path,
          "under Refusal.WITHHOLD only the response is withheld",
          "say refusal = Refusal.REJECT, or consume");
    }
  }

  /**
   * The same under a policy for every origin, which never rejects.
   *
   * @param verb its verb
   * @param path its path template
   */
  record FormsStillReachPublicly(String verb, String path) implements PolicyHint {
    @Override
    public Text text() {
      return text(
          Member.METHODS,
          verb + " " + path,
          "a policy for every origin never rejects",
          "name the origins and say refusal = Refusal.REJECT, or consume");
    }

    private static Text text(Member member, String what, String why, String remedy) {
      return new Text(
          member,
          what,
          "still runs when another site posts a form to it",
          "a form needs no preflight, and " + why,
          remedy + " a type that no form can send, such as application/json");
    }
  }

  /**
   * A verb in the list of methods that the resource lacks.
   *
   * @param verb the verb
   * @param verbs those that there are
   */
  record VerbLacking(String verb, List<String> verbs) implements PolicyHint {
    @Override
    public Text text() {
      return new Text(
          Member.METHODS,
          Shown.quoted(verb),
          "has no effect",
          "the resource has only " + String.join(", ", verbs),
          "leave it out, or add the method");
    }
  }

  /**
   * A designator of a method that is not in upper case.
   *
   * @param written what it says
   * @param verb the same in upper case
   */
  record VerbInLowerCase(String written, String verb) implements PolicyHint {
    @Override
    public Text text() {
      return new Text(
          Member.METHODS,
          "@HttpMethod(" + Shown.quoted(written) + ")",
          "is taken for " + verb,
          "methods are case-sensitive, and some runtimes match them in upper case alone",
          "write %1$s there, in methods, and in the code of the page"
              .formatted(Shown.quoted(verb)));
    }
  }

  /**
   * A hand-written method for OPTIONS.
   *
   * @param path its path template
   */
  record OwnOptions(String path) implements PolicyHint {
    @Override
    public Text text() {
      return new Text(
          Member.METHODS,
          "the method for OPTIONS " + path,
          "is not asked for preflights",
          "the policy answers them, so that no resource method runs on one",
          "leave it to other OPTIONS requests, or remove it");
    }
  }

  /**
   * A hand-written method for OPTIONS without a policy, to which no preflight comes.
   *
   * @param path its path template
   * @param why what has a say on that path
   * @param remedy what to do
   */
  record UnreachedOptions(String path, String why, String remedy) implements PolicyHint {

    /**
     * Returns the hint at one on the path of a policy.
     *
     * @param path its path template
     * @param place what has the policy
     * @return the hint
     */
    public static UnreachedOptions beside(String path, String place) {
      return new UnreachedOptions(
          path,
          "preflights on that path are for the policy of " + place,
          "remove it, or give it a path of its own");
    }

    /**
     * Returns the hint at one of a class to which a locator leads.
     *
     * @param path its path template, below the locator
     * @return the hint
     */
    public static UnreachedOptions belowLocator(String path) {
      return new UnreachedOptions(
          path,
          "where a sub-resource locator leads is known only when the request has been matched",
          "remove it, and write @CorsPolicy on its class");
    }

    @Override
    public Text text() {
      return new Text(
          Member.ORIGINS,
          "the method for OPTIONS " + path,
          "is not asked for preflights",
          why,
          remedy);
    }
  }

  /**
   * Errors that pages cannot read, because no resource, and so no policy, answers them.
   *
   * @param filters the classes of filters that answer before the match
   */
  record UnreadableErrors(List<String> filters) implements PolicyHint {

    /**
     * Copies the names.
     *
     * @param filters the classes of filters that answer before the match
     */
    public UnreadableErrors {
      filters = List.copyOf(filters);
    }

    @Override
    public Text text() {
      String before =
          filters.isEmpty()
              ? ""
              : ", and what " + String.join(", ", filters) + " answers before the match,";
      return new Text(
          Member.ORIGINS,
          "404, 405, 406 and 415 of no resource" + before,
          "cannot be read by any page",
          "the policies of the resources do not agree on origins and credentials, and the"
              + " application has none",
          "name the origins of all its pages in CORS_DEFAULT_ORIGINS (cors.default.origins), or in"
              + " @CorsPolicy on the Application class; resources without a policy have it then");
    }
  }

  /**
   * Another component that answers for CORS, or changes methods.
   *
   * @param className its class
   */
  record OtherFilter(String className) implements PolicyHint {
    @Override
    public Text text() {
      boolean overrides = className.endsWith("HttpMethodOverrideFilter");
      return new Text(
          Member.VALUE,
          className,
          overrides ? "lets a simple POST become any method" : "is registered beside @CorsPolicy",
          overrides
              ? "a page may send that POST without a preflight"
              : "two layers then answer for the same headers, and the policy replaces the other's",
          overrides
              ? "remove it, or keep it away from resources that browsers may call"
              : "remove it, and keep its origins in @CorsPolicy");
    }
  }

  /**
   * Resources without a policy in an application that has policies.
   *
   * @param classNames their classes
   */
  record NoPolicyBeside(List<String> classNames) implements PolicyHint {
    @Override
    public Text text() {
      return new Text(
          Member.ORIGINS,
          String.join(", ", classNames),
          "cannot be called from browsers on other origins",
          "no level sets a policy for " + (classNames.size() == 1 ? "it" : "them"),
          "add @CorsPolicy if pages should call "
              + (classNames.size() == 1 ? "it" : "them")
              + ", or origins = CorsPolicy.NONE to say that none should");
    }
  }

  /**
   * A key of configuration that begins like the library's own, and is none of them.
   *
   * @param key the key
   */
  record UnknownKey(String key) implements PolicyHint {
    @Override
    public Text text() {
      return new Text(
          Member.VALUE,
          key,
          "has no effect",
          key.endsWith("]")
              ? "no list has this element, or one before it is missing"
              : "no key has this name",
          "compare it with cors.policy.NAME."
              + Member.withKeys().stream()
                  .map(Member::key)
                  .collect(Collectors.joining(", "))
                  .replaceFirst(", (?=[^,]*$)", " and "));
    }
  }

  /**
   * Quotes in a list of configuration, which are not part of what is meant.
   *
   * @param member the list
   */
  record QuotesLeftOut(Member member) implements PolicyHint {
    @Override
    public Text text() {
      return new Text(
          member,
          "its quotes",
          "are left out",
          "nothing in this list holds any",
          "write the values without them");
    }
  }

  /**
   * Header names in a list of configuration that can have no effect.
   *
   * @param member the list
   * @param names the names
   */
  record HeadersLeftOut(Member member, List<String> names) implements PolicyHint {
    @Override
    public Text text() {
      return new Text(
          member,
          Shown.all(names),
          names.size() == 1 ? "is left out" : "are left out",
          member == Member.ALLOWED_HEADERS
              ? "no page can send such a header, or has a reason to"
              : "browsers let no script read such a header",
          "remove " + (names.size() == 1 ? "it" : "them"));
    }
  }

  /**
   * A policy that no annotation refers to.
   *
   * @param name its name
   */
  record UnusedPolicy(String name) implements PolicyHint {
    @Override
    public Text text() {
      return new Text(
          Member.VALUE,
          Shown.quoted(name),
          "has no effect",
          "no annotation refers to it",
          "write @CorsPolicy(" + Shown.quoted(name) + ") on a resource, or remove the policy");
    }
  }

  /**
   * Loopback origins where nothing says that this is a machine of a developer.
   *
   * @param origins the origins
   */
  record LoopbackActive(List<String> origins) implements PolicyHint {
    @Override
    public Text text() {
      return new Text(
          Member.ORIGINS,
          Shown.list(origins),
          "is allowed outside of development",
          "any program on a user's machine can speak for it, and mp.config.profile is not dev",
          "keep it out of production with cors.production=true, which refuses it there");
    }
  }
}
