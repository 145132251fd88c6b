package dev.jaxrscors.policy;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.Danger;
import dev.jaxrscors.OriginSource;
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
 * The origins that a policy allows: any, or those in a set, and those that an {@link OriginSource}
 * allows besides.
 *
 * <p>Whatever number is listed, asking for one costs the same. Two are equal when they allow the
 * same origins for the same reasons; {@link Danger}s, which only silence checks, do not count.
 *
 * @see <a href="https://fetch.spec.whatwg.org/#http-access-control-allow-origin">Fetch,
 *     Access-Control-Allow-Origin</a>
 */
public final class AllowedOrigins {

  /** The source of policies that have none: nobody is allowed beyond the list. */
  static final OriginSource NOBODY = (origin, target) -> false;

  private final boolean any;
  private final OriginSet listed;
  private final OriginSource source;
  private final Set<Danger> dangers;
  private final List<String> written;
  // any || listed holds "null" or "file://" => not with credentials; checked by Policy, which knows
  // both.
  private final boolean opaque;
  private final List<OriginPattern> delicate;
  // Found when it is first asked for: it takes a long list to find it.
  private volatile @Nullable List<OriginPattern> underPublicSuffix;

  private AllowedOrigins(
      Collection<OriginPattern> patterns,
      OriginSource source,
      Set<Danger> dangers,
      List<String> written) {
    this.any = patterns.stream().anyMatch(OriginPattern::isAny);
    this.listed = OriginSet.of(patterns.stream().filter(p -> !p.isAny()).toList());
    this.opaque = patterns.stream().anyMatch(OriginPattern::isOpaque);
    this.delicate = patterns.stream().filter(AllowedOrigins::isDelicate).toList();
    this.source = source;
    this.dangers = Set.copyOf(dangers);
    this.written = Place.bounded(written);
  }

  private AllowedOrigins(AllowedOrigins same, OriginSource source, Set<Danger> dangers) {
    this.any = same.any;
    this.listed = same.listed;
    this.opaque = same.opaque;
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

  /** Returns the same with another source to ask. */
  AllowedOrigins withSource(OriginSource other) {
    return new AllowedOrigins(this, other, dangers);
  }

  /** Returns what the values allow; what is wrong with them goes to {@code problems}. */
  static AllowedOrigins parse(
      List<String> values,
      OriginSource source,
      Set<Danger> dangers,
      Consumer<? super PolicyProblem> problems) {
    if (values.isEmpty()) {
      problems.accept(ProblemKind.EMPTY_LIST.of(Member.ORIGINS, CorsPolicy.NONE));
    }
    if (values.contains(CorsPolicy.NONE)) {
      Member.ORIGINS.checkAlone(CorsPolicy.NONE, values, problems);
      return new AllowedOrigins(List.of(), source, dangers, List.of(CorsPolicy.NONE));
    }
    List<OriginPattern> patterns = new ArrayList<>(values.size());
    for (String value : values) {
      try {
        patterns.add(OriginPattern.parse(value));
      } catch (InvalidValueException e) {
        problems.accept(PolicyProblem.invalid(Member.ORIGINS, e));
      }
    }
    return new AllowedOrigins(patterns, source, dangers, values);
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
   * Reports whether nobody can ever be allowed: no value, and no source to ask.
   *
   * @return whether so
   */
  public boolean isNobody() {
    return !any && listed.isEmpty() && source == NOBODY;
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
   * Reports whether the list allows {@code origin}; the source is not asked.
   *
   * @param origin a request's origin
   * @return whether so
   */
  public boolean lists(Origin origin) {
    return lists(origin.serialized());
  }

  /**
   * Reports whether a text is an origin that the list allows; the source is not asked.
   *
   * @param fieldValue the value of an {@code Origin} header, whatever it holds
   * @return whether so; false for what is no origin
   */
  public boolean lists(String fieldValue) {
    return any ? Origin.isOrigin(fieldValue) : listed.contains(fieldValue);
  }

  /**
   * Reports whether there is a source to ask for origins that are not listed.
   *
   * @return whether so
   */
  public boolean hasSource() {
    return source != NOBODY;
  }

  /** {@return the listed patterns as texts, sorted; {@code "*"} alone if everybody is allowed} */
  public List<String> patterns() {
    return any ? List.of(CorsPolicy.ANY) : listed.texts().sorted().toList();
  }

  /** {@return the source that is asked for origins that are not listed} */
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
            && listed.equals(that.listed)
            && source.equals(that.source));
  }

  @Override
  public int hashCode() {
    return Objects.hash(any, listed, source);
  }
}
