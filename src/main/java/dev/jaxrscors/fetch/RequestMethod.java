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
 * <p>A preflight has one in {@code Access-Control-Request-Method}, and a policy lists those that it
 * allows:
 *
 * <pre>{@code
 * RequestMethod.parse("PUT").equals(RequestMethod.of("PUT"));  // true
 * RequestMethod.parse("put").equals(RequestMethod.of("PUT"));  // false
 * RequestMethod.of("patch");                            // throws: use "PATCH"
 * }</pre>
 *
 * <p>It is immutable.
 */
public final class RequestMethod {
  /** The length of the longest method that is read, in characters. */
  public static final int MAX_LENGTH = 64;

  /** Those of nearly all preflights, which share their objects. */
  private static final Map<String, RequestMethod> USUAL =
      Stream.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "CONNECT", "TRACE")
          .collect(Collectors.toUnmodifiableMap(name -> name, RequestMethod::new));

  private static final Set<String> SAFELISTED = Set.of("GET", "HEAD", "POST");

  /** See the <a href="https://fetch.spec.whatwg.org/#forbidden-method">forbidden methods</a>. */
  private static final String[] FORBIDDEN = {"CONNECT", "TRACE", "TRACK"};

  /**
   * The <a href="https://www.iana.org/assignments/http-methods/http-methods.xhtml">registered
   * methods</a>. In another case a developer means them all the same.
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
   * {@return the method in an {@code Access-Control-Request-Method} header, or null if it is no
   * token or longer than {@link #MAX_LENGTH}}
   *
   * @param fieldValue the value of the field, whatever it holds
   */
  public static @Nullable RequestMethod parse(String fieldValue) {
    return isMethod(fieldValue) ? named(fieldValue) : null;
  }

  /**
   * {@return whether {@link #parse} would return a method that a page may send, so none that is
   * forbidden} It makes none.
   *
   * @param fieldValue the value of the field, whatever it holds
   */
  public static boolean isAskable(String fieldValue) {
    return isMethod(fieldValue) && !isForbidden(fieldValue);
  }

  /**
   * {@return the method that a developer has written}
   *
   * @param name its name
   * @throws InvalidValueException if the name is no token, too long, a registered method in another
   *     case than upper, or forbidden
   */
  public static RequestMethod of(String name) {
    String upperCase = name.toUpperCase(Locale.ROOT);
    if (!isMethod(name)) {
      throw ill(name, "a method is a token of at most " + MAX_LENGTH + " characters", usual(name));
    }
    if (isForbidden(upperCase)) {
      throw new InvalidValueException(
          name,
          InvalidValueException.Word.FORBIDDEN,
          "browsers never let a page send CONNECT, TRACE or TRACK",
          "remove it");
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

  /** {@return the name of this method, in its own case} */
  public String name() {
    return name;
  }

  /**
   * {@return whether this is a <a href="https://fetch.spec.whatwg.org/#forbidden-method">forbidden
   * method</a>: {@code CONNECT}, {@code TRACE} or {@code TRACK}, in any case}
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
   * {@return whether this is a <a
   * href="https://fetch.spec.whatwg.org/#cors-safelisted-method">CORS-safelisted method</a>, which
   * a preflight's answer need not list: {@code GET}, {@code HEAD} or {@code POST}}
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
