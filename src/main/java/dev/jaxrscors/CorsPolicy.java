package dev.jaxrscors;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says from which origins browsers may call a resource, and how.
 *
 * <pre>{@code
 * @Path("orders")
 * @CorsPolicy(origins = {"https://app.example.com", "https://*.example.org"},
 *     credentials = Credentials.ALLOW)
 * public class Orders {
 *   @GET
 *   public List<Order> list() { ... }
 *
 *   @PUT
 *   @Path("{id}")
 *   public Order replace(@PathParam("id") String id, @HeaderParam("X-Api-Key") String key) { ... }
 *
 *   @DELETE
 *   @Path("{id}")
 *   @CorsPolicy(origins = CorsPolicy.NONE)
 *   public void delete(@PathParam("id") String id) { ... }
 * }
 * }</pre>
 *
 * <p>Nothing else is needed: preflights and responses follow. A preflight for the {@code PUT} above
 * is granted with {@code Content-Type} and {@code X-Api-Key}, because the resource declares them,
 * and never lists {@code DELETE}.
 *
 * <p><b>Where it stands.</b> On a resource method, a resource class or sub-resource class, a
 * superclass or interface of these, the {@code Application} class, or an annotation of your own
 * that stands on one of these. Nearest first: the method, those it overrides up the superclasses,
 * then interfaces; the class, superclasses, interfaces; the parents of a sub-resource; the {@code
 * Application}; the default policy of a {@code CorsSetup}. Each member is taken from the nearest
 * level that sets it, {@link #origins()}, {@link #originSource()} and {@link #dangerously()}
 * together. Lists are never united: a method can narrow what its class allows. A resource without a
 * policy at any level is left alone.
 *
 * <p><b>What is thrown.</b> A policy that cannot be meant stops the deployment with an {@link
 * dev.jaxrscors.policy.InvalidPolicyException} that holds every mistake: place, member, value, rule
 * and remedy.
 *
 * <p>CORS is not access control: it lets browsers know which pages may read responses, and nothing
 * keeps other clients away.
 *
 * @see <a href="https://fetch.spec.whatwg.org/#http-cors-protocol">Fetch, CORS protocol</a>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
public @interface CorsPolicy {

  /** Any origin, every method of the resource, or any header name: {@value}. */
  String ANY = "*";

  /**
   * Nobody, or nothing: the only value of its list.
   *
   * <p>As {@code origins = NONE} it refuses every preflight and lets no page read a response; it
   * does not stop a <em>simple</em> request, such as the post of a form, which needs no preflight.
   * Where that matters, add {@link Refusal#REJECT}.
   */
  String NONE = "(none)";

  /**
   * In {@link #origins()}: the policy is switched off, and whoever has it is left alone, as a
   * resource without a policy is. The only value of its list; written mostly as the default of a
   * placeholder, {@code "${shop.origins:off}"}, or as {@code cors.policy.NAME.origins=off}.
   */
  String OFF = "(off)";

  /** In {@link #allowedHeaders()}: the request headers that the resource declares. */
  String DERIVED = "(derived)";

  /** As at the next level: the default of every member that holds strings. */
  String INHERIT = "(inherit)";

  /** As {@link #maxAge()}: no header is sent; browsers keep a preflight's answer for 5 seconds. */
  int BROWSER_DEFAULT = -1;

  /** As {@link #maxAge()}: as at the next level, which is the default. */
  int INHERIT_MAX_AGE = Integer.MIN_VALUE;

  /**
   * {@return the name of a policy declared in a {@code CorsSetup}: lower-case letters, digits and
   * hyphens} A level with a name starts afresh: what its own members leave unset comes from the
   * named policy, and outer levels are not read.
   *
   * <p>It is not an origin: for that, write {@link #origins()}.
   */
  String value() default INHERIT;

  /**
   * {@return the allowed origins} There is no default: when no level sets origins, the deployment
   * fails.
   *
   * <ul>
   *   <li>an origin as browsers send it: {@code "https://app.example.com"}, {@code
   *       "http://localhost:3000"}, {@code "https://[2001:db8::1]"}, {@code
   *       "capacitor://localhost"}; lower case, no path, no slash at the end, no default port,
   *       international names in punycode; behind a scheme that is not one of the web the host in
   *       its own case, without wildcards: {@code "safari-web-extension://AF1F4F2C-..."}, {@code
   *       "app://."};
   *   <li>{@code "https://*.example.com"}: every host under it, at any depth, but not {@code
   *       example.com} itself;
   *   <li>{@code "http://localhost:*"}: any port, or none;
   *   <li>{@code "*"}: every origin; prohibited with credentials;
   *   <li>{@code "null"}: the opaque origin of sandboxed frames and local files, which anybody can
   *       send; prohibited with credentials, and covered by no pattern;
   *   <li>{@code "file://"}: what some agents send instead, from every page opened from disk;
   *       likewise prohibited with credentials, and covered by no pattern;
   *   <li>{@link #NONE}: nobody; {@link #OFF}: no policy at all.
   * </ul>
   *
   * @see <a href="https://fetch.spec.whatwg.org/#origin-header">Fetch, Origin header</a>
   */
  String[] origins() default INHERIT;

  /**
   * {@return code that decides on well-formed origins which are not listed} The default, the
   * interface itself, leaves it to the next level.
   */
  Class<? extends OriginSource> originSource() default OriginSource.class;

  /**
   * {@return checks of the origins that are set aside, by name, for the origins beside it} The
   * default is none. {@link Danger#LOOPBACK_ORIGINS} may stand beside a {@linkplain #value() name}:
   * for the origins of that policy, be they written in code or in configuration.
   */
  Danger[] dangerously() default {};

  /**
   * {@return the allowed methods, as the resource spells them} {@code "*"}, the default when no
   * level sets them: every method the resource has on that path, and alone in its list. {@code GET}
   * implies {@code HEAD}.
   *
   * <p>A list does not stop a <em>simple</em> request, such as the post of a form, which needs no
   * preflight: it is served, and its response withheld. Where that matters, add {@link
   * Refusal#REJECT}.
   */
  String[] methods() default INHERIT;

  /**
   * {@return the request headers that scripts may set besides the safelisted ones} {@link
   * #DERIVED}, the default when no level sets them, means what the resource declares; names may be
   * added to it. {@code "*"}: any but {@code Authorization}, which must be named, and is the only
   * name to stand beside it. {@link #NONE}: no other. An asterisk inside a name is no pattern, and
   * a mistake.
   *
   * <ul>
   *   <li>{@code Content-Type}, always;
   *   <li>the name in every {@code @HeaderParam}, and in the annotations of that meaning that
   *       RESTEasy and Quarkus have: of the method, its class, their beans, and of the locators and
   *       classes that lead there;
   *   <li>{@code Authorization}, unless every origin is allowed, where somebody looks at who calls:
   *       {@code @RolesAllowed}, {@code @DenyAll} or Quarkus' {@code @Authenticated} guards the
   *       method; a request filter is bound to it by name; or the application authenticates, by a
   *       request filter with a priority from {@code AUTHENTICATION} up to {@code
   *       HEADER_DECORATOR}, or by an annotation of Jakarta Security or MicroProfile JWT, and then
   *       it is allowed under {@code @PermitAll} too, where a page may send it in vain;
   *   <li>{@code Last-Event-ID}, where events are sent;
   *   <li>the conditional headers, where a {@code Request} is taken.
   * </ul>
   *
   * @see <a href="https://fetch.spec.whatwg.org/#http-access-control-allow-headers">Fetch,
   *     Access-Control-Allow-Headers</a>
   */
  String[] allowedHeaders() default INHERIT;

  /**
   * {@return the response headers that scripts may read besides the safelisted ones; none when no
   * level sets them} {@code "*"}, alone: any; prohibited with credentials. {@link #NONE}: none.
   *
   * @see <a href="https://fetch.spec.whatwg.org/#http-access-control-expose-headers">Fetch,
   *     Access-Control-Expose-Headers</a>
   */
  String[] exposedHeaders() default INHERIT;

  /** {@return whether requests with credentials are allowed; refused when no level sets it} */
  Credentials credentials() default Credentials.INHERIT;

  /**
   * {@return how many seconds a browser may keep the answer to a preflight: 0 to 86400, or {@link
   * #BROWSER_DEFAULT}; 600 when no level sets it} Chromium honours at most 7200, Safari 600.
   *
   * @see <a href="https://fetch.spec.whatwg.org/#http-access-control-max-age">Fetch,
   *     Access-Control-Max-Age</a>
   */
  int maxAge() default INHERIT_MAX_AGE;

  /**
   * {@return the fate of actual requests that are refused; {@link Refusal#WITHHOLD} when no level
   * sets it}
   */
  Refusal refusal() default Refusal.INHERIT;
}
