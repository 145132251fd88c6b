package dev.jaxrscors.fetch;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A request <a href="https://fetch.spec.whatwg.org/#concept-method">method</a>: a token whose case
 * counts.
 *
 * <p>One meets it in the {@code Access-Control-Request-Method} header of a preflight, and in the
 * list of methods a policy allows:
 *
 * <pre>{@code
 * RequestMethod.parse("PUT").equals(RequestMethod.of("PUT"));  // true
 * RequestMethod.parse("put").equals(RequestMethod.of("PUT"));  // false
 * RequestMethod.of("patch");                            // throws: use "PATCH"
 * }</pre>
 */
public final class RequestMethod {
  /** The length of the longest method that is read, in characters. */
  public static final int MAX_LENGTH = 64;

  /** Those that nearly all preflights ask for, which need no object of their own. */
  private static final Map<String, RequestMethod> USUAL =
      Stream.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "CONNECT", "TRACE")
          .collect(Collectors.toUnmodifiableMap(name -> name, RequestMethod::new));

  private static final Set<String> SAFELISTED = Set.of("GET", "HEAD", "POST");

  /** See the <a href="https://fetch.spec.whatwg.org/#forbidden-method">forbidden methods</a>. */
  private static final String[] FORBIDDEN = {"CONNECT", "TRACE", "TRACK"};

  /**
   * The <a href="https://www.iana.org/assignments/http-methods/http-methods.xhtml">registered
   * methods</a>. Whoever writes one of them in another case means it.
   */
  private static final Set<String> REGISTERED =
      Set.of(
          ("ACL BASELINE-CONTROL BIND CHECKIN CHECKOUT CONNECT COPY DELETE GET HEAD LABEL "
                  + "LINK LOCK MERGE MKACTIVITY MKCALENDAR MKCOL MKREDIRECTREF MKWORKSPACE MOVE "
                  + "OPTIONS ORDERPATCH PATCH POST PRI PROPFIND PROPPATCH PUT QUERY REBIND REPORT "
                  + "SEARCH TRACE UNBIND UNCHECKOUT UNLINK UNLOCK UPDATE UPDATEREDIRECTREF "
                  + "VERSION-CONTROL")
              .split(" ", -1));

  private final String name;

  private RequestMethod(String name) {
    this.name = name;
  }

  /**
   * Returns the method in an {@code Access-Control-Request-Method} header.
   *
   * @param fieldValue the value of the field, whatever it holds
   * @return the method, or null if it is no token or longer than {@link #MAX_LENGTH}
   */
  public static @Nullable RequestMethod parse(String fieldValue) {
    return isMethod(fieldValue) ? named(fieldValue) : null;
  }

  /**
   * Reports whether {@link #parse} would return a method that a page may send. It makes none.
   *
   * @param fieldValue the value of the field, whatever it holds
   * @return true if it is a method, and not a forbidden one
   */
  public static boolean isAskable(String fieldValue) {
    return isMethod(fieldValue) && !isForbidden(fieldValue);
  }

  /**
   * Returns the method that a developer has written.
   *
   * @param name its name
   * @return the method
   * @throws InvalidValueException if the name is no token, too long, a registered method in another
   *     case than upper, or forbidden
   */
  public static RequestMethod of(String name) {
    String upperCase = name.toUpperCase(Locale.ROOT);
    if (!isMethod(name)) {
      throw ill(name, "a method is a token of at most " + MAX_LENGTH + " characters", usual(name));
    }
    if (isForbidden(upperCase)) {
      throw forbidden(name);
    }
    if (!name.equals(upperCase) && REGISTERED.contains(upperCase)) {
      throw ill(name, "the case of a method counts", "use \"" + upperCase + "\"");
    }
    return named(name);
  }

  private static RequestMethod named(String name) {
    RequestMethod usual = USUAL.get(name);
    return usual == null ? new RequestMethod(name) : usual;
  }

  private static boolean isMethod(String text) {
    return text.length() <= MAX_LENGTH && Token.isToken(text, 0, text.length());
  }

  private static String usual(String name) {
    String stripped = name.strip().toUpperCase(Locale.ROOT);
    boolean allowed = REGISTERED.contains(stripped) && !isForbidden(stripped);
    return allowed ? "use \"" + stripped + "\"" : "write one method, such as \"GET\"";
  }

  private static InvalidValueException ill(String name, String rule, String remedy) {
    return new InvalidValueException(name, InvalidValueException.Word.INVALID, rule, remedy);
  }

  private static InvalidValueException forbidden(String name) {
    return new InvalidValueException(
        name,
        InvalidValueException.Word.FORBIDDEN,
        "browsers never let a page send CONNECT, TRACE or TRACK",
        "remove it");
  }

  /**
   * Returns the name of this method.
   *
   * @return the name, in its own case
   */
  public String name() {
    return name;
  }

  /**
   * Reports whether this is a <a href="https://fetch.spec.whatwg.org/#forbidden-method">forbidden
   * method</a>.
   *
   * @return true for {@code CONNECT}, {@code TRACE} and {@code TRACK}, in any case
   */
  public boolean isForbidden() {
    return isForbidden(name);
  }

  private static boolean isForbidden(String name) {
    for (String forbidden : FORBIDDEN) {
      if (forbidden.equalsIgnoreCase(name)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Reports whether this is a <a
   * href="https://fetch.spec.whatwg.org/#cors-safelisted-method">CORS-safelisted method</a>, which
   * a preflight's answer need not list.
   *
   * @return true for {@code GET}, {@code HEAD} and {@code POST}
   */
  public boolean isSafelisted() {
    return SAFELISTED.contains(name);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RequestMethod that && name.equals(that.name);
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }

  @Override
  public String toString() {
    return name;
  }
}
