package dev.jaxrscors.policy;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.Danger;
import dev.jaxrscors.fetch.InvalidValueException;
import dev.jaxrscors.fetch.OriginPattern;
import java.util.List;

/**
 * One mistake in a policy: which member, which value, which rule it breaks, and what to do instead.
 *
 * <p>Three words are kept apart: a value is <em>invalid</em> when the grammar does not know it,
 * <em>forbidden</em> when the Fetch standard refuses it, <em>prohibited</em> when this library
 * does.
 */
public sealed interface PolicyProblem extends PolicyRemark {

  /** Returns {@code value} as a Java string literal, cut if it is long. */
  private static String quoted(String value) {
    return Shown.quoted(value);
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

  /** A problem that is told in other words where a policy is written otherwise. */
  sealed interface Worded extends PolicyProblem {
    @Override
    default Text text() {
      return text(Wording.ANNOTATION);
    }

    @Override
    Text text(Wording in);
  }

  /** No level sets origins. */
  record NoOrigin() implements Worded {
    @Override
    public Text text(Wording in) {
      return new Text(
          Member.ORIGINS,
          "nothing",
          "is set at any level",
          "no origin is ever implied",
          "name the origins of your pages, as in "
              + in.say(Member.ORIGINS, "https://app.example.com")
              + ", or say "
              + in.say(Member.ORIGINS, CorsPolicy.NONE)
              + " for nobody");
    }
  }

  /**
   * A list without elements.
   *
   * @param member the member
   */
  record EmptyList(Member member) implements Worded {
    @Override
    public Text text(Wording in) {
      return new Text(
          member,
          "an empty list",
          "is prohibited",
          "it may mean nobody or everybody",
          member == Member.METHODS
              ? "name the methods, or say "
                  + in.say(Member.ORIGINS, CorsPolicy.NONE)
                  + " for nobody"
              : "say " + in.constant(member, CorsPolicy.NONE) + " for none");
    }
  }

  /**
   * A sentinel among other values.
   *
   * @param member the member
   * @param sentinel the sentinel
   */
  record NotAlone(Member member, String sentinel) implements Worded {
    @Override
    public Text text(Wording in) {
      String name = in.constant(member, sentinel);
      return new Text(
          member,
          name + " among other values",
          "is prohibited",
          "it contradicts them",
          "leave " + name + " alone in its list, or leave it out");
    }
  }

  /**
   * A value that the grammar or the Fetch standard does not admit.
   *
   * @param text the parts of the message
   */
  record InvalidValue(Text text) implements PolicyProblem {
    static InvalidValue of(Member member, InvalidValueException e) {
      String finding =
          e.word() == InvalidValueException.Word.FORBIDDEN ? "is forbidden" : "is invalid";
      return new InvalidValue(new Text(member, quoted(e.value()), finding, e.rule(), e.remedy()));
    }
  }

  /**
   * An asterisk in the name of a header or a method.
   *
   * @param member the member
   * @param name the name
   */
  record AsteriskInName(Member member, String name) implements PolicyProblem {
    @Override
    public Text text() {
      return new Text(
          member,
          quoted(name),
          "is invalid",
          "an asterisk inside a name is no pattern anywhere in Fetch, but a part of that very name",
          "write the names out, or \"*\" alone for every one");
    }
  }

  /**
   * Every name, and some of them again.
   *
   * @param member the member
   * @param names what stands beside the asterisk
   */
  record AsteriskBesideNames(Member member, List<String> names) implements PolicyProblem {
    @Override
    public Text text() {
      return new Text(
          member,
          "\"*\"",
          "is prohibited beside " + Shown.list(names),
          "no pattern in Fetch is made of both: the asterisk alone covers every name"
              + (member == Member.ALLOWED_HEADERS
                  ? " but Authorization, which is the only one to be added"
                  : ""),
          "leave the names out, or the asterisk");
    }
  }

  /** Any origin, with credentials. */
  record AnyOriginWithCredentials() implements Worded {
    @Override
    public Text text(Wording in) {
      return new Text(
          Member.ORIGINS,
          "\"*\"",
          "is prohibited with credentials",
          "every site on the web could act as the user who visits it, and browsers refuse it",
          "list the origins of your pages, or say " + in.say(Member.CREDENTIALS, "refuse"));
    }
  }

  /** The opaque origin, with credentials. */
  record OpaqueOriginWithCredentials() implements Worded {
    @Override
    public Text text(Wording in) {
      return new Text(
          Member.ORIGINS,
          "\"null\"",
          "is prohibited with credentials",
          "any page can send it from a sandboxed frame and act as the user who visits it",
          "serve your page from an origin of its own and list that, or say "
              + in.say(Member.CREDENTIALS, "refuse"));
    }
  }

  /** The origin of every page opened from disk, with credentials. */
  record FileOriginWithCredentials() implements Worded {
    @Override
    public Text text(Wording in) {
      return new Text(
          Member.ORIGINS,
          "\"file://\"",
          "is prohibited with credentials",
          "any page that a user opens from disk, a downloaded one too, can act as that user",
          "serve your page from an origin of its own and list that, or say "
              + in.say(Member.CREDENTIALS, "refuse"));
    }
  }

  /**
   * An origin reached over plain http, with credentials.
   *
   * @param pattern the origin
   */
  record InsecureWithCredentials(OriginPattern pattern) implements Worded {
    @Override
    public Text text(Wording in) {
      return new Text(
          Member.ORIGINS,
          quoted(pattern.toString()),
          "is prohibited with credentials",
          "anyone on the network can speak for it",
          "use " + quoted(secured(pattern)) + in.orWaive(Danger.INSECURE_ORIGINS));
    }
  }

  /**
   * An origin reached over plain http, in production.
   *
   * @param pattern the origin
   */
  record InsecureInProduction(OriginPattern pattern) implements Worded {
    @Override
    public Text text(Wording in) {
      return new Text(
          Member.ORIGINS,
          quoted(pattern.toString()),
          "is prohibited in production",
          "anyone on the network can speak for it",
          "use " + quoted(secured(pattern)) + in.orWaive(Danger.INSECURE_ORIGINS));
    }
  }

  /**
   * A loopback origin, in production.
   *
   * @param pattern the origin
   */
  record LoopbackInProduction(OriginPattern pattern) implements Worded {
    @Override
    public Text text(Wording in) {
      return new Text(
          Member.ORIGINS,
          quoted(pattern.toString()),
          "is prohibited in production",
          "any program on a user's machine can speak for it",
          "leave it to development" + in.orWaive(Danger.LOOPBACK_ORIGINS));
    }
  }

  /**
   * A wildcard directly under a public suffix, with credentials.
   *
   * @param pattern the origin
   */
  record PublicSuffixWithCredentials(OriginPattern pattern) implements Worded {
    @Override
    public Text text(Wording in) {
      return new Text(
          Member.ORIGINS,
          quoted(pattern.toString()),
          "is prohibited with credentials",
          "anyone can register a name under the public suffix " + pattern.host(),
          "name the domains that are yours, as in "
              + quoted(owned(pattern))
              + in.orWaive(Danger.PUBLIC_SUFFIXES));
    }
  }

  /** A check set aside where there are no origins for which it could be. */
  record DangerWithoutOrigins() implements PolicyProblem {
    @Override
    public Text text() {
      return new Text(
          Member.DANGEROUSLY,
          "a check",
          "is set aside in vain",
          "that counts for the origins beside it, and there are none",
          "move it to where the origins are written");
    }
  }

  /** Every response header exposed, with credentials. */
  record AllExposedWithCredentials() implements Worded {
    @Override
    public Text text(Wording in) {
      return new Text(
          Member.EXPOSED_HEADERS,
          "\"*\"",
          "is prohibited with credentials",
          "with credentials browsers take it for a header named *",
          "name the headers, as in " + in.say(Member.EXPOSED_HEADERS, "ETag", "Location"));
    }
  }

  /** The request headers a resource declares, exposed as response headers. */
  record DerivedExposed() implements Worded {
    @Override
    public Text text(Wording in) {
      return new Text(
          Member.EXPOSED_HEADERS,
          in.constant(Member.EXPOSED_HEADERS, CorsPolicy.DERIVED),
          "is invalid",
          "a resource declares the request headers it reads, not the response headers it sends",
          "name the headers, as in " + in.say(Member.EXPOSED_HEADERS, "ETag", "Location"));
    }
  }

  /**
   * A request header that scripts cannot set.
   *
   * @param name its name
   */
  record ForbiddenRequestHeader(String name) implements Worded {
    @Override
    public Text text(Wording in) {
      return new Text(
          Member.ALLOWED_HEADERS,
          quoted(name),
          "is forbidden",
          "browsers let no script set it, so it is never asked for",
          "leave it out"
              + (name.equalsIgnoreCase("Cookie")
                  ? "; for cookies say " + in.assign(Member.CREDENTIALS, "allow")
                  : ""));
    }
  }

  /**
   * A response header of the CORS protocol among the request headers.
   *
   * @param name its name
   */
  record ResponseHeaderAllowed(String name) implements PolicyProblem {
    @Override
    public Text text() {
      return new Text(
          Member.ALLOWED_HEADERS,
          quoted(name),
          "is prohibited",
          "it is a response header of the CORS protocol, which a page has no reason to send",
          "leave it out, here and in the code of the page");
    }
  }

  /**
   * A response header that scripts can never read.
   *
   * @param name its name
   */
  record ForbiddenResponseHeader(String name) implements Worded {
    @Override
    public Text text(Wording in) {
      return new Text(
          Member.EXPOSED_HEADERS,
          quoted(name),
          "is forbidden",
          "browsers let no script read it",
          "leave it out; browsers keep the cookie all the same, with "
              + in.assign(Member.CREDENTIALS, "allow"));
    }
  }

  /**
   * A number of seconds out of range.
   *
   * @param seconds the number
   */
  record MaxAgeOutOfRange(int seconds) implements Worded {
    @Override
    public Text text(Wording in) {
      return new Text(
          Member.MAX_AGE,
          Integer.toString(seconds),
          "is invalid",
          "it counts seconds, from 0 to " + MaxAge.LARGEST + ", a day, the most a browser honours",
          seconds > MaxAge.LARGEST
              ? "use " + MaxAge.LARGEST + " or less"
              : "use 0 for no caching, or " + in.browserDefault());
    }
  }

  /**
   * An origin where the name of a policy belongs.
   *
   * @param name the value
   */
  record OriginAsName(String name) implements PolicyProblem {
    @Override
    public Text text() {
      return new Text(
          Member.VALUE,
          quoted(name),
          "is invalid",
          "the value without a name is the name of a policy, not an origin",
          "write @CorsPolicy(origins = " + quoted(name) + ")");
    }
  }

  /**
   * A name outside the grammar of names.
   *
   * @param name the name
   */
  record InvalidName(String name) implements PolicyProblem {
    @Override
    public Text text() {
      return new Text(
          Member.VALUE,
          quoted(name),
          "is invalid",
          "the name of a policy has lower-case letters, digits and hyphens",
          "rename it, as in \"public-api\"");
    }
  }

  /**
   * A name that no policy has.
   *
   * @param name the name
   * @param known the names there are
   */
  record UnknownPolicy(String name, List<String> known) implements PolicyProblem {
    @Override
    public Text text() {
      return new Text(
          Member.VALUE,
          quoted(name),
          "is unknown",
          known.isEmpty()
              ? "no policy is declared by name"
              : "the declared policies are " + String.join(", ", known),
          "declare it with CorsSetup.builder().policy("
              + quoted(name)
              + ", ...), set cors.policy."
              + Shown.unquoted(name)
              + ".origins, or write the origins here");
    }
  }

  /**
   * A class of a rule that cannot be made.
   *
   * @param className the class
   * @param why what went wrong
   */
  record UnusableSource(String className, String why) implements PolicyProblem {
    @Override
    public Text text() {
      return new Text(
          Member.ORIGIN_SOURCE,
          className,
          "is unusable",
          why,
          "give it a public constructor without parameters that does not fail");
    }
  }

  /**
   * A method of a resource whose own list leaves its own verb out.
   *
   * @param verb the verb of the method
   * @param listed what the list has
   */
  record OwnVerbMissing(String verb, List<String> listed) implements PolicyProblem {
    @Override
    public Text text() {
      return new Text(
          Member.METHODS,
          Shown.list(listed),
          "is prohibited on a method that answers " + verb,
          "it allows everything but the method it stands on",
          "add "
              + quoted(verb)
              + ", or leave the member out; for nobody say origins ="
              + " CorsPolicy.NONE");
    }
  }

  /**
   * Two methods that differ in media types alone, with different policies.
   *
   * @param verb the verb of both
   * @param path the path template of both
   * @param other the place of the other method
   */
  record UnequalSiblings(String verb, String path, String other) implements PolicyProblem {
    @Override
    public Text text() {
      return new Text(
          Member.VALUE,
          "the policy of %s %s".formatted(verb, path),
          "is prohibited beside the different one of " + other,
          "the two differ in media types alone, which a preflight does not tell",
          "give both the same policy, or paths of their own");
    }
  }

  /**
   * Two interfaces, or two composed annotations, that say different things.
   *
   * @param one the one
   * @param other the other
   */
  record Contradiction(String one, String other) implements PolicyProblem {
    @Override
    public Text text() {
      return new Text(
          Member.VALUE,
          "the policy of " + one,
          "is prohibited beside the different one of " + other,
          "both are equally near, and neither goes first",
          "annotate the class or the method itself");
    }
  }

  /**
   * A list in configuration with nothing between two commas.
   *
   * @param member the member
   */
  record EmptyElement(Member member) implements PolicyProblem {
    @Override
    public Text text() {
      return new Text(
          member,
          "an empty element",
          "is invalid",
          "nothing stands between two commas, or before or after the only one",
          "remove the comma, or say none for an empty list");
    }
  }

  /**
   * A placeholder that cannot be replaced.
   *
   * @param member the member it is written in
   * @param written the string that holds it
   * @param why what is wrong
   * @param mended what to do instead
   */
  record UnresolvedPlaceholder(Member member, String written, String why, String mended)
      implements PolicyProblem {
    @Override
    public Text text() {
      return new Text(member, quoted(written), "has no value", why, mended);
    }
  }

  /**
   * A value in configuration that is not of its kind. The place is its key.
   *
   * @param written the value
   * @param why what is wrong
   * @param mended what to do instead
   */
  record InvalidSetting(String written, String why, String mended) implements PolicyProblem {
    @Override
    public Text text() {
      return new Text(Member.VALUE, quoted(written), "is invalid", why, mended);
    }

    @Override
    public String describe(Text text) {
      return "%s is invalid, because %s; %s.".formatted(text.value(), why, text.remedy());
    }
  }

  /** An annotation where no resource method is. */
  record NoResourceMethod() implements PolicyProblem {
    @Override
    public Text text() {
      return new Text(
          Member.VALUE,
          "@CorsPolicy",
          "governs nothing here",
          "no resource method is in this place",
          "move it to a resource method, or to the class of the resource or sub-resource");
    }
  }

  /**
   * An annotation on a method that would be a resource method, were it public, and no static one.
   *
   * @param lacking what it has to become, such as {@code public}
   */
  record HiddenResourceMethod(String lacking) implements PolicyProblem {

    private static final String PUBLIC = "public";
    private static final String NOT_STATIC = "not static";

    /**
     * Returns what is wrong with a method that is not public.
     *
     * @return the problem
     */
    public static HiddenResourceMethod notPublic() {
      return new HiddenResourceMethod(PUBLIC);
    }

    /**
     * Returns what is wrong with a method that is public and static.
     *
     * @return the problem
     */
    public static HiddenResourceMethod ofClass() {
      return new HiddenResourceMethod(NOT_STATIC);
    }

    /**
     * Returns what is wrong with a method that is static, and not public either.
     *
     * @return the problem
     */
    public static HiddenResourceMethod notPublicOfClass() {
      return new HiddenResourceMethod(PUBLIC + ", and " + NOT_STATIC);
    }

    @Override
    public Text text() {
      return new Text(
          Member.VALUE,
          "@CorsPolicy",
          "governs nothing here",
          "Jakarta REST looks at public methods of instances alone",
          "make the method " + lacking);
    }
  }
}
