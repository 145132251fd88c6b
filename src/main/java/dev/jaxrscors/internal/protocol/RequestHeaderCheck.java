package dev.jaxrscors.internal.protocol;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.event.Reason;
import dev.jaxrscors.fetch.HeaderList;
import dev.jaxrscors.fetch.HeaderName;
import dev.jaxrscors.fetch.HeaderNameSet;
import dev.jaxrscors.policy.AllowedHeaders;
import dev.jaxrscors.policy.Policy;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Whether the request headers that a preflight lists are allowed, and what the answer lists.
 *
 * <p>An asterisk is a wildcard only without credentials; with them it would be a header named *, so
 * the answer echoes the names of the preflight instead.
 */
final class RequestHeaderCheck {

  private static final HeaderName AUTHORIZATION = HeaderName.of("Authorization");
  private static final Denial TOO_LONG = Denial.of(Reason.HEADERS_TOO_LONG);
  private static final Denial MALFORMED = Denial.of(Reason.HEADERS_MALFORMED);
  private static final HeaderNameSet NOTHING = HeaderNameSet.of(List.of());

  private final boolean any;
  private final boolean credentialed;
  private final HeaderNameSet names;
  private final boolean authorizationNamed;
  private final HeaderNameSet beyondWildcard;

  private RequestHeaderCheck(AllowedHeaders allowed, boolean credentialed) {
    this.any = allowed.isAny();
    this.credentialed = credentialed;
    this.names = allowed.names();
    this.authorizationNamed = names.contains(AUTHORIZATION);
    this.beyondWildcard = authorizationNamed ? NOTHING : HeaderNameSet.of(List.of(AUTHORIZATION));
  }

  static RequestHeaderCheck of(Policy policy, Collection<HeaderName> declared) {
    // The name * is a token like any other; but in a list of allowed ones it would mean every name.
    List<HeaderName> listable = declared.stream().filter(name -> !isAsterisk(name)).toList();
    return new RequestHeaderCheck(
        policy.allowedHeaders().resolvedWith(listable), policy.allowsCredentials());
  }

  private static boolean isAsterisk(HeaderName name) {
    return name.name().equals(CorsPolicy.ANY);
  }

  /** Reports whether the answer to a preflight lists the names that the preflight does. */
  boolean echoes() {
    return any && credentialed;
  }

  /**
   * Reports whether browsers refuse by themselves every header that is not allowed. To an asterisk
   * they let pass what it does not stand for, {@code Authorization}.
   */
  boolean isEnforcedByBrowsers() {
    return !any || credentialed;
  }

  /** Reports whether browsers refuse by themselves one of the headers of a well-formed list. */
  boolean isRefusedByBrowsers(List<String> lines) {
    if (any) {
      return credentialed && refusedByWildcard(HeaderList.of(lines)) != null;
    }
    return !HeaderList.areAllIn(lines, names);
  }

  /** Reports whether a list can be read, and holds nothing but names. */
  boolean isWellFormed(List<String> lines) {
    return HeaderList.areNoneIn(lines, NOTHING);
  }

  /** Returns those names that are echoed, of allowed and other ones. */
  String echoed(List<String> lines) {
    return HeaderList.of(lines).names().stream()
        .filter(this::isEchoed)
        .collect(Collectors.joining(", "));
  }

  /** Returns the names in every answer; none where each echoes those of its preflight. */
  String fieldValue() {
    if (echoes()) {
      return "";
    }
    if (any) {
      return authorizationNamed ? "*, Authorization" : "*";
    }
    return names.joined();
  }

  /** Reports whether each name is allowed, and the answer the same for all. */
  boolean isConstantGrant(List<String> lines) {
    if (any) {
      return !credentialed && HeaderList.areNoneIn(lines, beyondWildcard);
    }
    return HeaderList.areAllIn(lines, names);
  }

  /** Returns why the list is refused, or null if it is not. */
  @Nullable Denial refusal(HeaderList listed) {
    if (listed.isTooLong()) {
      return TOO_LONG;
    }
    if (!listed.isWellFormed()) {
      return MALFORMED;
    }
    String refused = any ? refusedByWildcard(listed) : listed.firstNotIn(names);
    return refused == null ? null : new Denial(Reason.HEADER_NOT_ALLOWED, refused);
  }

  /** Returns every name that is refused, for the log: a verdict is content with the first. */
  List<String> refused(HeaderList listed) {
    return listed.names().stream().filter(this::isRefused).toList();
  }

  private boolean isRefused(String name) {
    return any ? !isCovered(name) : !names.contains(HeaderName.of(name));
  }

  private @Nullable String refusedByWildcard(HeaderList listed) {
    return listed.names().stream().filter(name -> !isCovered(name)).findFirst().orElse(null);
  }

  /** A wildcard never covers Authorization, nor, where names are echoed, what never is. */
  private boolean isCovered(String name) {
    return credentialed
        ? isEchoed(name)
        : authorizationNamed || !HeaderName.of(name).equals(AUTHORIZATION);
  }

  /** No name is echoed that no script can set, nor one that means all names elsewhere. */
  private boolean isEchoed(String name) {
    HeaderName header = HeaderName.of(name);
    boolean isDoubtful =
        header.equals(AUTHORIZATION) || header.isForbiddenRequestHeader() || isAsterisk(header);
    return !isDoubtful || names.contains(header);
  }
}
