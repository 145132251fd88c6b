package dev.jaxrscors.policy;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.Credentials;
import dev.jaxrscors.Danger;
import dev.jaxrscors.OriginSource;
import dev.jaxrscors.Refusal;
import dev.jaxrscors.fetch.HeaderName;
import dev.jaxrscors.fetch.OriginPattern;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who may call a resource from a browser, and how: {@code @CorsPolicy} as a value.
 *
 * <p>Write one in code for annotations to name, or as the default of an application. It is
 * immutable, and valid by construction: {@link Builder#build()} checks everything and reports all
 * mistakes together, typed, so that a program which takes policies from its own users can show them
 * their mistakes:
 *
 * <pre>{@code
 * List<String> mistakesOf(List<String> originsOfTenant) {
 *   try {
 *     Policy.builder().origins(originsOfTenant).credentials(Credentials.ALLOW).build();
 *     return List.of();
 *   } catch (InvalidPolicyException e) {
 *     return e.problems().stream()
 *         .map(problem -> problem.value() + ": " + problem.reason() + "; " + problem.remedy())
 *         .toList();
 *   }
 * }
 * }</pre>
 *
 * <p>Two policies are equal when their members are, before what a resource declares is added.
 *
 * @see <a href="https://fetch.spec.whatwg.org/#http-cors-protocol">Fetch, CORS protocol</a>
 */
public final class Policy {

  /** A policy for nobody, in which nothing is set. */
  public static final Policy NOBODY = new Policy(builder(), builder().allowedOrigins());

  /**
   * A policy whose every member grants nothing: what counts in the place of a value of
   * configuration that is wrong, where that stops nothing. It has nobody for origins, no method, no
   * request header, nothing exposed, no credentials, a maximum age of 0, and rejects what it
   * refuses.
   */
  public static final Policy CLOSED = closed();

  private final AllowedOrigins origins;
  private final AllowedMethods methods;
  private final AllowedHeaders allowedHeaders;
  private final ExposedHeaders exposedHeaders;
  // credentialed => origins are neither any, "null" nor "file://", and exposedHeaders are not any
  private final boolean credentialed;
  private final MaxAge maxAge;
  private final boolean rejecting;
  private final List<PolicyHint> repetitions;
  // Of these, values were given; to equality a value is the same whether given or the default.
  private final Set<Member> set;

  private Policy(Builder builder, AllowedOrigins origins) {
    this.set = EnumSet.copyOf(builder.set);
    this.origins = origins;
    this.methods = builder.methods;
    this.allowedHeaders = builder.allowedHeaders;
    this.exposedHeaders = builder.exposedHeaders;
    this.credentialed = builder.credentials == Credentials.ALLOW;
    this.maxAge = builder.maxAge;
    this.rejecting = builder.refusal == Refusal.REJECT;
    this.repetitions = builder.repetitions.hints();
  }

  private static Policy closed() {
    Builder builder =
        builder()
            .origins(CorsPolicy.NONE)
            .allowedHeaders(CorsPolicy.NONE)
            .exposedHeaders(CorsPolicy.NONE)
            .credentials(Credentials.REFUSE)
            .maxAge(0)
            .refusal(Refusal.REJECT);
    // Nobody can write that: an empty list may be meant as all of them.
    builder.methods = new AllowedMethods(false, Set.of());
    return builder.mark(Member.METHODS, true).build();
  }

  /** {@return a builder on which nothing is set: no origin is ever implied} */
  public static Builder builder() {
    return new Builder();
  }

  /** {@return the allowed origins} */
  public AllowedOrigins origins() {
    return origins;
  }

  /** {@return the allowed methods} */
  public AllowedMethods methods() {
    return methods;
  }

  /** {@return the allowed request headers} */
  public AllowedHeaders allowedHeaders() {
    return allowedHeaders;
  }

  /** {@return the response headers that scripts may read} */
  public ExposedHeaders exposedHeaders() {
    return exposedHeaders;
  }

  /** {@return whether requests with credentials are allowed} */
  public boolean allowsCredentials() {
    return credentialed;
  }

  /** {@return how long a browser may keep the answer to a preflight} */
  public MaxAge maxAge() {
    return maxAge;
  }

  /**
   * {@return whether refused actual requests are rejected, rather than served without headers} A
   * {@linkplain #isPublic() public} policy rejects nobody.
   */
  public boolean rejectsRefused() {
    return rejecting && !isPublic();
  }

  /**
   * {@return the same policy with another source for origins that are not listed}
   *
   * @param source the other source
   */
  public Policy withOriginSource(OriginSource source) {
    return new Policy(copied(), origins.withSource(source));
  }

  /**
   * Returns the same policy, which allows some request headers besides its own. One that allows no
   * request header at all stays as it is; to an asterisk, {@code Authorization} alone is added.
   *
   * @param names the names of the headers
   * @return the policy
   */
  public Policy alsoAllowing(Collection<HeaderName> names) {
    if (names.isEmpty()) {
      return this;
    }
    Builder builder = copied();
    builder.allowedHeaders = allowedHeaders.with(names);
    return new Policy(builder, origins);
  }

  private Builder copied() {
    Builder builder = builder();
    set.forEach(member -> builder.take(member, this));
    // Those that every policy allows are there without being set.
    builder.allowedHeaders = allowedHeaders;
    return builder;
  }

  /**
   * {@return whether a member was given a value, rather than left at its closed default}
   *
   * @param member the member
   */
  public boolean sets(Member member) {
    return set.contains(member);
  }

  /**
   * {@return whether a check of the origins was set aside}
   *
   * @param danger the check
   */
  public boolean waives(Danger danger) {
    return origins.waives(danger);
  }

  /**
   * {@return the values that a list was given, for messages; {@link Place#REST} alone if they are
   * many, nothing if it was given none}
   *
   * @param member one of the lists
   */
  public List<String> written(Member member) {
    if (!sets(member)) {
      return List.of();
    }
    return switch (member) {
      case ORIGINS -> origins.written();
      case METHODS -> methods.written();
      case ALLOWED_HEADERS -> allowedHeaders.written();
      case EXPOSED_HEADERS -> exposedHeaders.written();
      default -> List.of();
    };
  }

  /** {@return whether every response is the same whatever the origin: {@code "*"}} */
  public boolean isPublic() {
    return origins.isAny();
  }

  /**
   * Reports whether it is switched off: whoever has it is left alone, as if no level had a policy.
   *
   * @return whether so
   */
  public boolean isOff() {
    return origins.isOff();
  }

  /**
   * {@return what speaks against this policy in production: origins that anyone on the network, or
   * any program on a user's machine, can speak for}
   */
  public List<PolicyProblem> problemsInProduction() {
    List<PolicyProblem> problems = new ArrayList<>();
    origins
        .insecure()
        .forEach(p -> problems.add(PolicyProblem.insecure(ProblemKind.INSECURE_IN_PRODUCTION, p)));
    origins
        .loopback()
        .forEach(p -> problems.add(ProblemKind.LOOPBACK_IN_PRODUCTION.of(p.toString())));
    return problems;
  }

  private List<PolicyProblem> problemsWithCredentials() {
    if (!credentialed) {
      return List.of();
    }
    List<PolicyProblem> problems = new ArrayList<>();
    if (origins.isAny()) {
      problems.add(ProblemKind.ANY_ORIGIN_WITH_CREDENTIALS.of());
    }
    if (origins.isOpaqueListed()) {
      problems.add(ProblemKind.OPAQUE_ORIGIN_WITH_CREDENTIALS.of());
    }
    if (origins.isFileListed()) {
      problems.add(ProblemKind.FILE_ORIGIN_WITH_CREDENTIALS.of());
    }
    for (OriginPattern insecure : origins.insecure()) {
      problems.add(PolicyProblem.insecure(ProblemKind.INSECURE_WITH_CREDENTIALS, insecure));
    }
    for (OriginPattern wildcard : origins.underPublicSuffix()) {
      problems.add(PolicyProblem.publicSuffixWithCredentials(wildcard));
    }
    if (exposedHeaders.isAny()) {
      problems.add(ProblemKind.ALL_EXPOSED_WITH_CREDENTIALS.of());
    }
    return problems;
  }

  /** {@return hints at members that are legal, and probably not meant} */
  public List<PolicyHint> hints() {
    Stream<PolicyHint> superfluous =
        exposedHeaders.names().names().stream()
            .filter(HeaderName::isSafelistedResponseHeader)
            .map(name -> HintKind.SAFELISTED_EXPOSED.of(name.name()));
    return Stream.concat(superfluous, repetitions.stream()).toList();
  }

  /** {@return the listed loopback origins, unless they were waived} */
  public List<String> loopbackOrigins() {
    return origins.loopback().stream().map(OriginPattern::toString).toList();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Policy that
        && origins.equals(that.origins)
        && methods.equals(that.methods)
        && allowedHeaders.equals(that.allowedHeaders)
        && exposedHeaders.equals(that.exposedHeaders)
        && credentialed == that.credentialed
        && maxAge.equals(that.maxAge)
        && rejecting == that.rejecting;
  }

  @Override
  public int hashCode() {
    return Objects.hash(
        origins, methods, allowedHeaders, exposedHeaders, credentialed, maxAge, rejecting);
  }

  /**
   * Collects the members of a {@link Policy}. A member that is never set has its closed default: no
   * credentials, nothing exposed, the headers that the resource declares, 600 seconds; origins have
   * none, and must be set.
   *
   * <p>It is not thread-safe.
   */
  public static final class Builder {

    private final Map<Member, List<PolicyProblem>> problems = new EnumMap<>(Member.class);
    private final Set<Danger> dangers = EnumSet.noneOf(Danger.class);
    private final Repetitions repetitions = new Repetitions();
    private final EnumSet<Member> set = EnumSet.noneOf(Member.class);
    private List<String> originValues = List.of(CorsPolicy.NONE);
    private OriginSource source = AllowedOrigins.NOBODY;
    private @Nullable AllowedOrigins taken;
    private AllowedMethods methods = AllowedMethods.ALL;
    private AllowedHeaders allowedHeaders = AllowedHeaders.DERIVED;
    private ExposedHeaders exposedHeaders = ExposedHeaders.NONE;
    private Credentials credentials = Credentials.INHERIT;
    private MaxAge maxAge = MaxAge.TEN_MINUTES;
    private Refusal refusal = Refusal.INHERIT;

    private Builder() {}

    /**
     * Sets the allowed origins.
     *
     * @param values exact origins, patterns, {@code "*"}, {@code "null"}, {@code "file://"}; or
     *     {@link CorsPolicy#NONE}, or {@link CorsPolicy#OFF}, alone
     * @return this builder
     */
    public Builder origins(String... values) {
      return origins(Arrays.asList(values));
    }

    /**
     * Sets the allowed origins.
     *
     * @param values exact origins, patterns, {@code "*"}, {@code "null"}, {@code "file://"}; or
     *     {@link CorsPolicy#NONE}, or {@link CorsPolicy#OFF}, alone
     * @return this builder
     */
    public Builder origins(Collection<String> values) {
      this.originValues = List.copyOf(values);
      this.taken = null;
      repetitions.find(Member.ORIGINS, values);
      return mark(Member.ORIGINS, true);
    }

    /**
     * Sets the code that decides on well-formed origins which are not listed.
     *
     * @param source the code
     * @return this builder
     */
    public Builder originSource(OriginSource source) {
      this.source = source;
      return mark(Member.ORIGINS, true);
    }

    /**
     * Sets checks of the origins aside, by name. {@link Danger#LOOPBACK_ORIGINS} counts for origins
     * that are taken from another policy too.
     *
     * @param dangers the checks
     * @return this builder
     */
    public Builder dangerously(Danger... dangers) {
      this.dangers.addAll(Arrays.asList(dangers));
      return this;
    }

    /**
     * Sets the allowed methods.
     *
     * @param values methods, in their own case; or {@code "*"} for every method of the resource
     * @return this builder
     */
    public Builder methods(String... values) {
      this.methods = parsed(Member.METHODS, values, AllowedMethods::parse);
      return this;
    }

    /**
     * Sets the allowed request headers.
     *
     * @param values header names; {@link CorsPolicy#DERIVED} for those the resource declares;
     *     {@code "*"} for any but {@code Authorization}; or {@link CorsPolicy#NONE} alone
     * @return this builder
     */
    public Builder allowedHeaders(String... values) {
      this.allowedHeaders = parsed(Member.ALLOWED_HEADERS, values, AllowedHeaders::parse);
      return this;
    }

    /**
     * Sets the response headers that scripts may read besides the safelisted ones.
     *
     * @param values header names; {@code "*"} for any, without credentials; or {@link
     *     CorsPolicy#NONE} alone
     * @return this builder
     */
    public Builder exposedHeaders(String... values) {
      this.exposedHeaders = parsed(Member.EXPOSED_HEADERS, values, ExposedHeaders::parse);
      return this;
    }

    /**
     * Sets whether requests with credentials are allowed: cookies, TLS client certificates, HTTP
     * authentication.
     *
     * @param credentials the answer; {@link Credentials#INHERIT}: as if it had never been set,
     *     which refuses them
     * @return this builder
     */
    public Builder credentials(Credentials credentials) {
      this.credentials = credentials;
      return mark(Member.CREDENTIALS, credentials != Credentials.INHERIT);
    }

    /**
     * Sets how long a browser may keep the answer to a preflight.
     *
     * @param seconds 0 to {@value MaxAge#LARGEST}, or {@link CorsPolicy#BROWSER_DEFAULT}
     * @return this builder
     */
    public Builder maxAge(int seconds) {
      this.maxAge = MaxAge.parse(seconds, afresh(Member.MAX_AGE)::add);
      return mark(Member.MAX_AGE, true);
    }

    /**
     * Sets what becomes of actual requests that are refused.
     *
     * @param refusal what; {@link Refusal#INHERIT}: as if it had never been set, which withholds
     * @return this builder
     */
    public Builder refusal(Refusal refusal) {
      this.refusal = refusal;
      return mark(Member.REFUSAL, refusal != Refusal.INHERIT);
    }

    /**
     * Takes a member from another policy, where it has a value or its default. What was set aside
     * for its origins goes with them.
     *
     * @param member the member
     * @param policy where to take it from
     * @return this builder
     */
    public Builder take(Member member, Policy policy) {
      switch (member) {
        case ORIGINS -> taken = policy.origins;
        case METHODS -> methods = policy.methods;
        case ALLOWED_HEADERS -> allowedHeaders = policy.allowedHeaders;
        case EXPOSED_HEADERS -> exposedHeaders = policy.exposedHeaders;
        case CREDENTIALS ->
            credentials = policy.credentialed ? Credentials.ALLOW : Credentials.REFUSE;
        case MAX_AGE -> maxAge = policy.maxAge;
        case REFUSAL -> refusal = policy.rejecting ? Refusal.REJECT : Refusal.WITHHOLD;
        case VALUE, ORIGIN_SOURCE, DANGEROUSLY ->
            throw new IllegalArgumentException(member.label());
      }
      afresh(member);
      repetitions.takeFrom(member, policy.repetitions);
      return mark(member, policy.sets(member));
    }

    /**
     * {@return the policy}
     *
     * @throws InvalidPolicyException if anything is wrong with it, holding every problem
     */
    public Policy build() {
      Policy policy = new Policy(this, allowedOrigins());
      List<PolicyProblem> found = new ArrayList<>();
      if (taken == null && !set.contains(Member.ORIGINS)) {
        found.add(ProblemKind.NO_ORIGIN.of());
      }
      problems.values().forEach(found::addAll);
      found.addAll(policy.problemsWithCredentials());
      if (!found.isEmpty()) {
        throw InvalidPolicyException.of("Policy", Wording.CODE, found);
      }
      return policy;
    }

    private AllowedOrigins allowedOrigins() {
      if (taken != null) {
        return dangers.contains(Danger.LOOPBACK_ORIGINS) ? taken.waivingLoopback() : taken;
      }
      return AllowedOrigins.parse(originValues, source, dangers, afresh(Member.ORIGINS)::add);
    }

    private <T> T parsed(
        Member member,
        String[] values,
        BiFunction<List<String>, Consumer<PolicyProblem>, T> parser) {
      repetitions.find(member, List.of(values));
      mark(member, true);
      return parser.apply(List.of(values), afresh(member)::add);
    }

    private List<PolicyProblem> afresh(Member member) {
      List<PolicyProblem> found = new ArrayList<>();
      problems.put(member, found);
      return found;
    }

    private Builder mark(Member member, boolean isSet) {
      if (isSet) {
        set.add(member);
      } else {
        set.remove(member);
      }
      return this;
    }
  }
}
