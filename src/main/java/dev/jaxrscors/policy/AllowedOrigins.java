package dev.jaxrscors.policy;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.Danger;
import dev.jaxrscors.OriginSource;
import dev.jaxrscors.fetch.Origin;
import dev.jaxrscors.fetch.OriginPattern;
import dev.jaxrscors.fetch.OriginSet;
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
 * The origins that a policy allows: any, or those in a set, and those that an {@link OriginSource}
 * allows besides.
 *
 * <p>Whatever number is listed, a look-up costs the same. Two are equal when they allow the same
 * origins for the same reasons; {@link Danger}s, which only silence checks, do not count.
 *
 * <p>It is immutable, and thread-safe as its source has to be.
 *
 * @see <a href="https://fetch.spec.whatwg.org/#http-access-control-allow-origin">Fetch,
 *     Access-Control-Allow-Origin</a>
 */
public final class AllowedOrigins {

  /** The source of policies that have none: nobody is allowed beyond the list. */
  static final OriginSource NOBODY = (origin, target) -> false;

  private static final List<String> OFF = List.of(CorsPolicy.OFF);

  // any || listed holds "null" or "file://" => not with credentials; checked by Policy, which knows
  // both.
  private final boolean any;
  private final OriginSet listed;
  private final OriginSource source;
  private final Set<Danger> dangers;
  private final List<String> written;
  private final List<OriginPattern> delicate;
  // Searched for on first use: lists may be long, and only policies with credentials need it.
  private volatile @Nullable List<OriginPattern> underPublicSuffix;

  private AllowedOrigins(
      Collection<OriginPattern> patterns,
      OriginSource source,
      Set<Danger> dangers,
      List<String> written) {
    this.any = patterns.stream().anyMatch(OriginPattern::isAny);
    this.listed = OriginSet.of(patterns.stream().filter(p -> !p.isAny()).toList());
    this.delicate = patterns.stream().filter(AllowedOrigins::isDelicate).toList();
    this.source = source;
    this.dangers = Set.copyOf(dangers);
    this.written = Place.bounded(written);
  }

  private AllowedOrigins(AllowedOrigins same, OriginSource source, Set<Danger> dangers) {
    this.any = same.any;
    this.listed = same.listed;
    this.delicate = same.delicate;
    this.source = source;
    this.dangers = Set.copyOf(dangers);
    this.written = same.written;
  }

  /** Returns the same, with the check of loopback origins set aside. */
  AllowedOrigins waivingLoopback() {
    Set<Danger> more = EnumSet.of(Danger.LOOPBACK_ORIGINS);
    more.addAll(dangers);
    return new AllowedOrigins(this, source, more);
  }

  AllowedOrigins withSource(OriginSource other) {
    return new AllowedOrigins(this, other, dangers);
  }

  /** Reads the values; their mistakes go to {@code problems}. */
  static AllowedOrigins parse(
      List<String> values,
      OriginSource source,
      Set<Danger> dangers,
      Consumer<? super PolicyProblem> problems) {
    if (values.contains(CorsPolicy.OFF)) {
      if (values.size() > 1) {
        problems.accept(ProblemKind.NOT_ALONE.of(Member.ORIGINS, CorsPolicy.OFF));
      }
      return new AllowedOrigins(List.of(), source, dangers, OFF);
    }
    if (MemberValues.areNone(Member.ORIGINS, values, problems)) {
      return new AllowedOrigins(List.of(), source, dangers, List.of(CorsPolicy.NONE));
    }
    List<OriginPattern> patterns =
        MemberValues.parse(Member.ORIGINS, values, OriginPattern::parse, problems);
    return new AllowedOrigins(patterns, source, dangers, values);
  }

  /**
   * Reports whether the policy is switched off, by the value {@link CorsPolicy#OFF}.
   *
   * @return whether so
   */
  public boolean isOff() {
    return written.equals(OFF);
  }

  /** Reports whether a later check, of credentials or of production, has to look at it again. */
  private static boolean isDelicate(OriginPattern pattern) {
    return !pattern.isAny()
        && !pattern.isOpaque()
        && (pattern.isLoopback() || isPlainHttp(pattern));
  }

  /** {@return whether everybody is allowed, by the value {@code "*"}} */
  public boolean isAny() {
    return any;
  }

  /** {@return whether nobody can ever be allowed: no value, and no source} */
  public boolean isNobody() {
    return !any && listed.isEmpty() && source == NOBODY;
  }

  /** {@return whether the value {@code "null"} is listed} */
  public boolean isOpaqueListed() {
    return listed.contains("null");
  }

  /** {@return whether the value {@code "file://"}, of every page opened from disk, is listed} */
  public boolean isFileListed() {
    return listed.contains("file://");
  }

  /**
   * {@return whether the list allows {@code origin}; the source is not called}
   *
   * @param origin a request's origin
   */
  public boolean lists(Origin origin) {
    return lists(origin.serialized());
  }

  /**
   * {@return whether a text is an origin that the list allows; the source is not called}
   *
   * @param fieldValue the value of an {@code Origin} header, whatever it holds
   */
  public boolean lists(String fieldValue) {
    return any ? Origin.isOrigin(fieldValue) : listed.contains(fieldValue);
  }

  /** {@return whether there is a source that decides on origins which are not listed} */
  public boolean hasSource() {
    return source != NOBODY;
  }

  /** {@return the listed patterns as texts, sorted; {@code "*"} alone if everybody is allowed} */
  public List<String> patterns() {
    return any ? List.of(CorsPolicy.ANY) : listed.texts().sorted().toList();
  }

  /** {@return the source that decides on origins which are not listed} */
  public OriginSource source() {
    return source;
  }

  /** Reports whether a check was set aside. */
  boolean waives(Danger danger) {
    return dangers.contains(danger);
  }

  /** Returns what was given, if it is not much: there may be a million. */
  List<String> written() {
    return written;
  }

  /** Returns the listed plain-http origins that are not loopback, unless that check was waived. */
  List<OriginPattern> insecure() {
    return unlessWaived(Danger.INSECURE_ORIGINS, p -> isPlainHttp(p) && !p.isLoopback());
  }

  /** Returns the listed loopback origins of http and https, unless that check was waived. */
  List<OriginPattern> loopback() {
    return unlessWaived(Danger.LOOPBACK_ORIGINS, p -> p.isLoopback() && isWeb(p));
  }

  /** Returns the listed wildcards right under a public suffix, unless that check was waived. */
  List<OriginPattern> underPublicSuffix() {
    if (dangers.contains(Danger.PUBLIC_SUFFIXES)) {
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

  private List<OriginPattern> unlessWaived(Danger danger, Predicate<OriginPattern> check) {
    return dangers.contains(danger) ? List.of() : delicate.stream().filter(check).toList();
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
            && isOff() == that.isOff()
            && listed.equals(that.listed)
            && source.equals(that.source));
  }

  @Override
  public int hashCode() {
    return Objects.hash(any, isOff(), listed, source);
  }
}
