package dev.jaxrscors.policy;

import dev.jaxrscors.fetch.InvalidValueException;
import dev.jaxrscors.fetch.Origin;
import dev.jaxrscors.fetch.OriginPattern;
import dev.jaxrscors.fetch.OriginSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The origins that a policy allows: any, or those in a set, and those that an {@link OriginRule}
 * allows besides.
 *
 * <p>Whatever number is listed, asking for one costs the same. Two are equal when they allow the
 * same origins for the same reasons; {@link Waiver}s, which only silence checks, do not count.
 *
 * @see <a href="https://fetch.spec.whatwg.org/#http-access-control-allow-origin">Fetch,
 *     Access-Control-Allow-Origin</a>
 */
public final class AllowedOrigins {

  private final boolean any;
  private final OriginSet listed;
  private final OriginRule rule;
  private final Set<Waiver> waivers;
  private final List<String> written;
  // any || listed holds "null" or "file://" => not with credentials; checked by Policy, which knows
  // both.
  private final boolean opaque;
  private final List<OriginPattern> delicate;
  // Found when it is first asked for: it takes a long list to find it.
  private volatile @Nullable List<OriginPattern> underPublicSuffix;

  private AllowedOrigins(
      Collection<OriginPattern> patterns,
      OriginRule rule,
      Set<Waiver> waivers,
      List<String> written) {
    this.any = patterns.stream().anyMatch(OriginPattern::isAny);
    this.listed = OriginSet.of(patterns.stream().filter(p -> !p.isAny()).toList());
    this.opaque = patterns.stream().anyMatch(OriginPattern::isOpaque);
    this.delicate = patterns.stream().filter(AllowedOrigins::isDelicate).toList();
    this.rule = rule;
    this.waivers = Set.copyOf(waivers);
    this.written = Place.bounded(written);
  }

  private AllowedOrigins(AllowedOrigins same, Set<Waiver> waivers) {
    this.any = same.any;
    this.listed = same.listed;
    this.opaque = same.opaque;
    this.delicate = same.delicate;
    this.rule = same.rule;
    this.waivers = Set.copyOf(waivers);
    this.written = same.written;
  }

  /** Returns the same, with the check of loopback origins set aside. */
  AllowedOrigins waivingLoopback() {
    Set<Waiver> more = EnumSet.of(Waiver.LOOPBACK_ORIGINS);
    more.addAll(waivers);
    return new AllowedOrigins(this, more);
  }

  private AllowedOrigins(AllowedOrigins same, OriginRule rule) {
    this.any = same.any;
    this.listed = same.listed;
    this.opaque = same.opaque;
    this.delicate = same.delicate;
    this.waivers = same.waivers;
    this.rule = rule;
    this.written = same.written;
  }

  /** Returns the same with another rule to ask. */
  AllowedOrigins withRule(OriginRule other) {
    return new AllowedOrigins(this, other);
  }

  /** Returns what the values allow; what is wrong with them goes to {@code problems}. */
  static AllowedOrigins parse(
      List<String> values,
      OriginRule rule,
      Set<Waiver> waivers,
      Consumer<? super PolicyProblem> problems) {
    if (values.isEmpty()) {
      problems.accept(ProblemKind.EMPTY_LIST.of(Member.ORIGINS, Policy.NONE));
    }
    if (values.contains(Policy.NONE)) {
      Member.ORIGINS.checkAlone(Policy.NONE, values, problems);
      return new AllowedOrigins(List.of(), rule, waivers, List.of(Policy.NONE));
    }
    List<OriginPattern> patterns = new ArrayList<>(values.size());
    for (String value : values) {
      try {
        patterns.add(OriginPattern.parse(value));
      } catch (InvalidValueException e) {
        problems.accept(PolicyProblem.invalid(Member.ORIGINS, e));
      }
    }
    return new AllowedOrigins(patterns, rule, waivers, values);
  }

  /** Reports whether a later check, of credentials or of production, has to look at it again. */
  private static boolean isDelicate(OriginPattern pattern) {
    return !pattern.isAny()
        && !pattern.isOpaque()
        && (pattern.isLoopback() || isPlainHttp(pattern));
  }

  /**
   * Reports whether everybody is allowed, by the value {@code "*"}.
   *
   * @return whether so
   */
  public boolean isAny() {
    return any;
  }

  /**
   * Reports whether nobody can ever be allowed: no value, and no rule to ask.
   *
   * @return whether so
   */
  public boolean isNobody() {
    return !any && listed.isEmpty() && rule == OriginRule.NOBODY;
  }

  /**
   * Reports whether the value {@code "null"} is listed.
   *
   * @return whether so
   */
  public boolean isOpaqueListed() {
    return opaque;
  }

  /**
   * Reports whether the value {@code "file://"} is listed, the origin of every page opened from
   * disk.
   *
   * @return whether so
   */
  public boolean isFileListed() {
    return listed.contains("file://");
  }

  /**
   * Reports whether the list allows {@code origin}; the rule is not asked.
   *
   * @param origin a request's origin
   * @return whether so
   */
  public boolean lists(Origin origin) {
    return lists(origin.serialized());
  }

  /**
   * Reports whether a text is an origin that the list allows; the rule is not asked.
   *
   * @param fieldValue the value of an {@code Origin} header, whatever it holds
   * @return whether so; false for what is no origin
   */
  public boolean lists(String fieldValue) {
    return any ? Origin.isOrigin(fieldValue) : listed.contains(fieldValue);
  }

  /**
   * Reports whether there is a rule to ask for origins that are not listed.
   *
   * @return whether so
   */
  public boolean hasRule() {
    return rule != OriginRule.NOBODY;
  }

  /** {@return the rule that is asked for origins that are not listed} */
  public OriginRule rule() {
    return rule;
  }

  /** Reports whether a check was set aside. */
  boolean waives(Waiver waiver) {
    return waivers.contains(waiver);
  }

  /** Returns what was given, if it is not much: there may be a million. */
  List<String> written() {
    return written;
  }

  /** Returns the listed plain-http origins that are not loopback, unless that check was waived. */
  List<OriginPattern> insecure() {
    return unlessWaived(Waiver.INSECURE_ORIGINS, p -> isPlainHttp(p) && !p.isLoopback());
  }

  /** Returns the listed loopback origins of http and https, unless that check was waived. */
  List<OriginPattern> loopback() {
    return unlessWaived(Waiver.LOOPBACK_ORIGINS, p -> p.isLoopback() && isWeb(p));
  }

  /** Returns the listed wildcards right under a public suffix, unless that check was waived. */
  List<OriginPattern> underPublicSuffix() {
    if (waivers.contains(Waiver.PUBLIC_SUFFIXES)) {
      return List.of();
    }
    List<OriginPattern> found = underPublicSuffix;
    if (found == null) {
      found =
          listed
              .anySubdomain()
              .filter(p -> PublicSuffixes.contain(p.host()))
              .sorted(Comparator.comparing(OriginPattern::toString))
              .toList();
      underPublicSuffix = found;
    }
    return found;
  }

  private List<OriginPattern> unlessWaived(Waiver waiver, Predicate<OriginPattern> check) {
    return waivers.contains(waiver) ? List.of() : delicate.stream().filter(check).toList();
  }

  private static boolean isPlainHttp(OriginPattern pattern) {
    return pattern.scheme().equals("http");
  }

  private static boolean isWeb(OriginPattern pattern) {
    return isPlainHttp(pattern) || pattern.scheme().equals("https");
  }

  @Override
  public boolean equals(Object other) {
    // Origins may be a million, and are mostly compared with themselves.
    return this == other
        || (other instanceof AllowedOrigins that
            && any == that.any
            && listed.equals(that.listed)
            && rule.equals(that.rule));
  }

  @Override
  public int hashCode() {
    return Objects.hash(any, listed, rule);
  }
}
