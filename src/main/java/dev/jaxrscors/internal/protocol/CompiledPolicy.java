package dev.jaxrscors.internal.protocol;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.Target;
import dev.jaxrscors.event.Reason;
import dev.jaxrscors.fetch.HeaderList;
import dev.jaxrscors.fetch.HeaderName;
import dev.jaxrscors.fetch.Origin;
import dev.jaxrscors.fetch.RequestMethod;
import dev.jaxrscors.internal.protocol.Verdict.Denied;
import dev.jaxrscors.internal.protocol.Verdict.Granted;
import dev.jaxrscors.internal.protocol.Verdict.NotAsked;
import dev.jaxrscors.internal.protocol.Verdict.Refuser;
import dev.jaxrscors.policy.AllowedOrigins;
import dev.jaxrscors.policy.Policy;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Judges every request to the resource methods of one path that have one policy.
 *
 * <p>Whatever does not depend on the request is computed once, here; a verdict that is the same for
 * all is one object.
 */
public final class CompiledPolicy {

  // Refusals show nothing of a policy, so that all endpoints share them.
  private static final Map<Reason, Denied> PREFLIGHT_DENIALS =
      denials(reason -> Denied.preflight(Denial.of(reason)));
  private static final ResponseHeaders VARYING = ResponseHeaders.nothing(Vary.ORIGIN);
  private static final Map<Reason, Denied> VARYING_DENIALS =
      denials(reason -> new Denied(Denial.of(reason), VARYING));

  private final Policy policy;
  private final Set<String> verbs;
  private final Set<String> allowedVerbs;
  private final RequestHeaderCheck headerCheck;
  private final Granted preflightGrant;
  private final Granted actualGrant;
  private final NotAsked notAsked;
  private final NotAsked notAskedWithheld;
  private final Map<Reason, Denied> actualDenials;
  private final Map<Reason, Denied> browserDenials;
  private final @Nullable ConsultedHeaders consulted;

  /**
   * Compiles a policy for some resource methods.
   *
   * @param verbs their verbs, in the order they are to be listed
   * @param declared the names of the request headers they declare
   */
  public CompiledPolicy(
      Policy policy, Collection<RequestMethod> verbs, Collection<HeaderName> declared) {
    this.policy = policy;
    this.verbs = verbs.stream().map(RequestMethod::name).collect(Collectors.toUnmodifiableSet());
    this.allowedVerbs = allowed(verbs).collect(Collectors.toUnmodifiableSet());
    this.headerCheck = RequestHeaderCheck.of(policy, declared);
    this.preflightGrant = new Granted(preflightHeaders(verbs));
    this.actualGrant = new Granted(actualHeaders());
    this.actualDenials = policy.isPublic() ? publicDenials() : VARYING_DENIALS;
    this.browserDenials =
        policy.isPublic()
            ? denials(r -> leftToBrowser(Denial.of(r), preflightGrant.headers()))
            : Map.of();
    this.consulted = policy.origins().hasSource() ? new ConsultedHeaders() : null;
    this.notAsked = new NotAsked(policy.isPublic() ? actualHeaders() : VARYING);
    this.notAskedWithheld =
        new NotAsked(denial(actualDenials, Reason.METHOD_NOT_ALLOWED).headers());
  }

  private static Map<Reason, Denied> denials(Function<Reason, Denied> denial) {
    Map<Reason, Denied> denials = new EnumMap<>(Reason.class);
    for (Reason reason : Reason.values()) {
      denials.put(reason, denial.apply(reason));
    }
    return denials;
  }

  /** A method called * is none that could be listed: an asterisk means every method. */
  private Stream<String> allowed(Collection<RequestMethod> candidates) {
    return candidates.stream()
        .filter(policy.methods()::allows)
        .map(RequestMethod::name)
        .filter(name -> !name.equals(CorsPolicy.ANY));
  }

  private ResponseHeaders preflightHeaders(Collection<RequestMethod> candidates) {
    return new ResponseHeaders(
        allowOrigin(),
        allowCredentials(),
        allowed(candidates).collect(Collectors.joining(", ")),
        headerCheck.fieldValue(),
        policy.maxAge().fieldValue(),
        "",
        Vary.PREFLIGHT);
  }

  private ResponseHeaders actualHeaders() {
    return new ResponseHeaders(
        allowOrigin(),
        allowCredentials(),
        "",
        "",
        "",
        policy.exposedHeaders().fieldValue(),
        policy.isPublic() ? Vary.NOTHING : Vary.ORIGIN);
  }

  /**
   * A public response is the same for all requests, one with several Origins included: else one bad
   * request could leave a response without the header in a cache that everybody shares.
   */
  private Map<Reason, Denied> publicDenials() {
    ResponseHeaders nothing = ResponseHeaders.nothing(Vary.NOTHING);
    return denials(
        reason ->
            new Denied(
                Denial.of(reason), reason == Reason.MALFORMED_ORIGIN ? actualHeaders() : nothing));
  }

  private String allowOrigin() {
    return policy.isPublic() ? CorsPolicy.ANY : "";
  }

  private String allowCredentials() {
    return policy.allowsCredentials() ? "true" : "";
  }

  /** {@return the policy} */
  public Policy policy() {
    return policy;
  }

  /** {@return the value of {@code Access-Control-Allow-Headers} that every grant carries} */
  public String allowedHeaders() {
    return headerCheck.fieldValue();
  }

  /**
   * {@return those of the request headers in a preflight that are not allowed; none if their list
   * is ill-formed or too long}
   */
  public List<String> refusedHeaders(List<String> lines) {
    return headerCheck.refused(HeaderList.of(lines));
  }

  /** {@return the answer to a preflight whose target is one of these resource methods} */
  public Verdict judge(Preflight preflight) {
    return varying(judged(preflight));
  }

  private Verdict varying(Verdict verdict) {
    return consulted == null ? verdict : consulted.varying(verdict);
  }

  private Verdict judged(Preflight preflight) {
    Denied refused = refusal(preflight.origins(), preflight.target(), PREFLIGHT_DENIALS);
    if (refused != null) {
      return refused;
    }
    String origin = preflight.origins().get(0);
    String method = only(preflight.methods());
    return allowedVerbs.contains(method) && headerCheck.isConstantGrant(preflight.headers())
        ? grantTo(origin, preflightGrant)
        : judge(origin, method, preflight.headers());
  }

  private Verdict judge(String origin, String method, List<String> headers) {
    if (!allowedVerbs.contains(method)) {
      return refuseMethod(origin, method, headers);
    }
    HeaderList listed = HeaderList.of(headers);
    Denial refused = headerCheck.refusal(listed);
    if (refused == null) {
      return grantTo(origin, new Granted(grantHeaders(headers)));
    }
    if (listed.isWellFormed() && headerCheck.isEnforcedByBrowsers()) {
      return leaveToBrowser(origin, refused, headers);
    }
    return refused.subject().isEmpty()
        ? denial(PREFLIGHT_DENIALS, refused.reason())
        : Denied.preflight(refused);
  }

  private Denied refuseMethod(String origin, String method, List<String> headers) {
    Denied refused =
        denial(
            PREFLIGHT_DENIALS,
            verbs.contains(method) ? Reason.METHOD_NOT_ALLOWED : Reason.METHOD_NOT_MATCHED);
    boolean isLeftToBrowser =
        RequestMethod.isAskable(method)
            && headerCheck.isWellFormed(headers)
            && (!isSafelisted(method) || headerCheck.isRefusedByBrowsers(headers));
    return isLeftToBrowser ? leaveToBrowser(origin, refused.denial(), headers) : refused;
  }

  /**
   * Reports whether browsers let a method pass that is not in the list of those that are allowed.
   *
   * @see <a href="https://fetch.spec.whatwg.org/#cors-safelisted-method">Fetch, CORS-safelisted
   *     method</a>
   */
  private static boolean isSafelisted(String method) {
    return method.equalsIgnoreCase("GET")
        || method.equalsIgnoreCase("HEAD")
        || method.equalsIgnoreCase("POST");
  }

  private ResponseHeaders grantHeaders(List<String> requested) {
    return headerCheck.echoes()
        ? preflightGrant.headers().withAllowHeaders(headerCheck.echoed(requested))
        : preflightGrant.headers();
  }

  /** Refuses a preflight of an allowed origin with a list of what that may send. */
  private Denied leaveToBrowser(String origin, Denial denial, List<String> requested) {
    if (!policy.isPublic()) {
      return leftToBrowser(denial, grantHeaders(requested).withAllowOrigin(origin));
    }
    return denial.subject().isEmpty()
        ? denial(browserDenials, denial.reason())
        : leftToBrowser(denial, preflightGrant.headers());
  }

  private static Denied leftToBrowser(Denial denial, ResponseHeaders headers) {
    return new Denied(denial, headers, Refuser.BROWSER);
  }

  /** {@return the answer to any other request} */
  public Verdict judge(ActualRequest request) {
    return varying(judged(request));
  }

  private Verdict judged(ActualRequest request) {
    if (request.origins().isEmpty()) {
      return allowsVerb(request.method()) ? notAsked : notAskedWithheld;
    }
    if (!allowsVerb(request.method())) {
      return denial(actualDenials, refusalOfMethod(only(request.origins())));
    }
    Denied refused = refusal(request.origins(), request.target(), actualDenials);
    return refused == null ? grantTo(request.origins().get(0), actualGrant) : refused;
  }

  private Reason refusalOfMethod(String origin) {
    return policy.isPublic() || Origin.isOrigin(origin)
        ? Reason.METHOD_NOT_ALLOWED
        : Reason.MALFORMED_ORIGIN;
  }

  /** Returns the line of a field that has one; of any other, what no origin and no method is. */
  private static String only(List<String> lines) {
    return lines.size() == 1 ? lines.get(0) : "";
  }

  private boolean allowsVerb(String name) {
    if (policy.methods().isAll()) {
      return true;
    }
    RequestMethod method = RequestMethod.parse(name);
    return method != null && policy.methods().allows(method);
  }

  private @Nullable Denied refusal(
      List<String> lines, Supplier<Target> target, Map<Reason, Denied> denials) {
    AllowedOrigins origins = policy.origins();
    if (origins.isAny()) {
      // The answer does not depend on what the line holds.
      return Incoming.isReadable(lines) ? null : denial(denials, Reason.MALFORMED_ORIGIN);
    }
    String origin = only(lines);
    if (origins.lists(origin)) {
      return null;
    }
    if (!Origin.isOrigin(origin)) {
      return denial(denials, Reason.MALFORMED_ORIGIN);
    }
    return consulted == null
        ? denial(denials, Reason.ORIGIN_NOT_ALLOWED)
        : ruled(origin, target, consulted, denials);
  }

  private @Nullable Denied ruled(
      String text, Supplier<Target> target, ConsultedHeaders headers, Map<Reason, Denied> denials) {
    Origin origin = Origin.parse(text);
    // Anyone's origin must be spelled out: no rule judges null and file://.
    if (origin == null || origin.isAnyones()) {
      return denial(denials, Reason.ORIGIN_NOT_ALLOWED);
    }
    try {
      return policy.origins().source().allows(origin, headers.watched(target.get()))
          ? null
          : denial(denials, Reason.ORIGIN_NOT_ALLOWED);
    } catch (Throwable e) {
      ResponseHeaders nothing = denial(denials, Reason.SOURCE_FAILED).headers();
      return new Denied(SourceFailure.of(e), nothing);
    }
  }

  private Verdict grantTo(String origin, Granted grant) {
    return policy.isPublic() ? grant : new Granted(grant.headers().withAllowOrigin(origin));
  }

  private static Denied denial(Map<Reason, Denied> denials, Reason reason) {
    Denied denied = denials.get(reason);
    if (denied == null) {
      throw new IllegalStateException("no denial was prepared for " + reason);
    }
    return denied;
  }
}
