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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who may call a resource from a browser, and how: what {@code @CorsPolicy} says, as a value.
 *
 * <p>One meets it when a policy is written in code, to be named by annotations or to be the default
 * of an application. It is immutable, and valid by construction: {@link Builder#build()} checks
 * everything and reports all mistakes together, typed, so that a program which takes policies from
 * its own users can show them their mistakes:
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

  private final AllowedOrigins origins;
  private final AllowedMethods methods;
  private final AllowedHeaders allowedHeaders;
  private final ExposedHeaders exposedHeaders;
  // credentialed => origins are neither any, "null" nor "file://", and exposedHeaders are not any
  private final boolean credentialed;
  private final MaxAge maxAge;
  private final boolean rejecting;
  private final List<PolicyHint> repetitions;
  // Of these, values were given; equality does not ask whether a value was, or is the default.
  private final Set<Member> set;

  private Policy(Builder builder) {
    this.set = EnumSet.copyOf(builder.set);
    this.origins = Objects.requireNonNullElseGet(builder.origins, Builder::nobody);
    this.methods = Objects.requireNonNullElse(builder.methods, AllowedMethods.ALL);
    this.allowedHeaders =
        Objects.requireNonNullElse(builder.allowedHeaders, AllowedHeaders.DERIVED);
    this.exposedHeaders = Objects.requireNonNullElse(builder.exposedHeaders, ExposedHeaders.NONE);
    this.credentialed = builder.credentials == Credentials.ALLOW;
    this.maxAge = Objects.requireNonNullElse(builder.maxAge, MaxAge.TEN_MINUTES);
    this.rejecting = builder.refusal == Refusal.REJECT;
    this.repetitions = builder.repetitions.hints();
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

  /**
   * Reports whether requests with credentials are allowed.
   *
   * @return whether so
   */
  public boolean allowsCredentials() {
    return credentialed;
  }

  /** {@return how long a browser may keep the answer to a preflight} */
  public MaxAge maxAge() {
    return maxAge;
  }

  /**
   * Reports whether refused actual requests are rejected, rather than served without headers. A
   * {@linkplain #isPublic() public} policy rejects nobody.
   *
   * @return whether so
   */
  public boolean rejectsRefused() {
    return rejecting && !isPublic();
  }

  /**
   * {@return the same policy, asking another source for origins that are not listed}
   *
   * @param source the other source
   */
  public Policy withOriginSource(OriginSource source) {
    Builder builder = builder().orElse(this);
    builder.origins = origins.withSource(source);
    return new Policy(builder);
  }

  /**
   * Reports whether a member was given a value, rather than left at its closed default. Only the
   * members of a default policy in configuration can be without origins: see {@link
   * Builder#buildMembers()}.
   *
   * @param member the member
   * @return whether so
   */
  public boolean sets(Member member) {
    return set.contains(member);
  }

  /**
   * Reports whether a check of the origins was set aside.
   *
   * @param danger the check
   * @return whether so
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

  /**
   * Reports whether every response is the same whatever the origin: {@code "*"}.
   *
   * @return whether so
   */
  public boolean isPublic() {
    return origins.isAny();
  }

  /**
   * {@return what speaks against this policy in production: origins that anyone on the network, or
   * any program on a user's machine, can speak for}
   */
  public List<PolicyProblem> problemsInProduction() {
    List<PolicyProblem> problems = new ArrayList<>();
    origins.insecure().forEach(p -> problems.add(new PolicyProblem.InsecureInProduction(p)));
    origins.loopback().forEach(p -> problems.add(new PolicyProblem.LoopbackInProduction(p)));
    return problems;
  }

  /** {@return what in this policy is legal, and probably not what was meant} */
  public List<PolicyHint> hints() {
    Stream<PolicyHint> superfluous =
        exposedHeaders.names().names().stream()
            .filter(HeaderName::isSafelistedResponseHeader)
            .map(name -> new PolicyHint.SafelistedExposed(name.name()));
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
   */
  public static final class Builder {

    private final Map<Member, List<PolicyProblem>> problems = new EnumMap<>(Member.class);
    private final Set<Danger> dangers = EnumSet.noneOf(Danger.class);
    private final Repetitions repetitions = new Repetitions();
    private final EnumSet<Member> set = EnumSet.noneOf(Member.class);
    private @Nullable List<String> originValues;
    private @Nullable OriginSource source;
    private @Nullable AllowedOrigins origins;
    private @Nullable AllowedMethods methods;
    private @Nullable AllowedHeaders allowedHeaders;
    private @Nullable ExposedHeaders exposedHeaders;
    private @Nullable MaxAge maxAge;
    private Credentials credentials = Credentials.INHERIT;
    private Refusal refusal = Refusal.INHERIT;

    private Builder() {}

    private static AllowedOrigins nobody() {
      return AllowedOrigins.parse(
          List.of(CorsPolicy.NONE),
          AllowedOrigins.NOBODY,
          Set.of(),
          new ArrayList<PolicyProblem>()::add);
    }

    /**
     * Sets the allowed origins.
     *
     * @param values exact origins, patterns, {@code "*"}, {@code "null"}, {@code "file://"}; or
     *     {@link CorsPolicy#NONE} alone
     * @return this builder
     */
    public Builder origins(String... values) {
      return origins(Arrays.asList(values));
    }

    /**
     * Sets the allowed origins.
     *
     * @param values exact origins, patterns, {@code "*"}, {@code "null"}, {@code "file://"}; or
     *     {@link CorsPolicy#NONE} alone
     * @return this builder
     */
    public Builder origins(Collection<String> values) {
      this.originValues = List.copyOf(values);
      repetitions.find(Member.ORIGINS, values);
      set.add(Member.ORIGINS);
      return this;
    }

    /**
     * Sets the code that is asked for well-formed origins which are not listed.
     *
     * @param source the code
     * @return this builder
     */
    public Builder originSource(OriginSource source) {
      this.source = source;
      set.add(Member.ORIGINS);
      return this;
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
      repetitions.find(Member.METHODS, List.of(values));
      this.methods = AllowedMethods.parse(List.of(values), afresh(Member.METHODS)::add);
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
      repetitions.find(Member.ALLOWED_HEADERS, List.of(values));
      this.allowedHeaders =
          AllowedHeaders.parse(List.of(values), afresh(Member.ALLOWED_HEADERS)::add);
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
      repetitions.find(Member.EXPOSED_HEADERS, List.of(values));
      this.exposedHeaders =
          ExposedHeaders.parse(List.of(values), afresh(Member.EXPOSED_HEADERS)::add);
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
      set.remove(Member.CREDENTIALS);
      if (credentials != Credentials.INHERIT) {
        set.add(Member.CREDENTIALS);
      }
      return this;
    }

    /**
     * Sets how long a browser may keep the answer to a preflight.
     *
     * @param seconds 0 to {@value MaxAge#LARGEST}, or {@link CorsPolicy#BROWSER_DEFAULT}
     * @return this builder
     */
    public Builder maxAge(int seconds) {
      this.maxAge = MaxAge.parse(seconds, afresh(Member.MAX_AGE)::add);
      return this;
    }

    /**
     * Sets what becomes of actual requests that are refused.
     *
     * @param refusal what; {@link Refusal#INHERIT}: as if it had never been set, which withholds
     * @return this builder
     */
    public Builder refusal(Refusal refusal) {
      this.refusal = refusal;
      set.remove(Member.REFUSAL);
      if (refusal != Refusal.INHERIT) {
        set.add(Member.REFUSAL);
      }
      return this;
    }

    /**
     * Takes the members that are not set yet, and are set there, from another policy; its origins
     * and what was waived for them go together.
     *
     * @param policy where to take them from
     * @return this builder
     */
    public Builder orElse(Policy policy) {
      if (!hasOrigins()) {
        origins = policy.sets(Member.ORIGINS) ? policy.origins : null;
        repetitions.takeFrom(Member.ORIGINS, policy.repetitions);
      }
      takeRepetitions(policy);
      // What is not set there has its default, as it would have here.
      methods = Objects.requireNonNullElse(methods, policy.methods);
      allowedHeaders = Objects.requireNonNullElse(allowedHeaders, policy.allowedHeaders);
      exposedHeaders = Objects.requireNonNullElse(exposedHeaders, policy.exposedHeaders);
      if (credentials == Credentials.INHERIT) {
        credentials = policy.credentialed ? Credentials.ALLOW : Credentials.REFUSE;
      }
      maxAge = Objects.requireNonNullElse(maxAge, policy.maxAge);
      if (refusal == Refusal.INHERIT) {
        refusal = policy.rejecting ? Refusal.REJECT : Refusal.WITHHOLD;
      }
      set.addAll(policy.set);
      return this;
    }

    private void takeRepetitions(Policy policy) {
      if (methods == null) {
        repetitions.takeFrom(Member.METHODS, policy.repetitions);
      }
      if (allowedHeaders == null) {
        repetitions.takeFrom(Member.ALLOWED_HEADERS, policy.repetitions);
      }
      if (exposedHeaders == null) {
        repetitions.takeFrom(Member.EXPOSED_HEADERS, policy.repetitions);
      }
    }

    /**
     * Reports whether origins, or a source of them, are set.
     *
     * @return whether so
     */
    public boolean hasOrigins() {
      return set.contains(Member.ORIGINS);
    }

    /**
     * {@return the policy}
     *
     * @throws InvalidPolicyException if anything is wrong with it, holding every problem
     */
    public Policy build() {
      return checked(hasOrigins() ? List.of() : List.of(new PolicyProblem.NoOrigin()));
    }

    /**
     * {@return the members that are set, as a policy that allows nobody where no origins are: they
     * are for resources which bring their own}
     *
     * @throws InvalidPolicyException if anything is wrong with them, holding every problem
     */
    public Policy buildMembers() {
      return checked(List.of());
    }

    private Policy checked(List<PolicyProblem> already) {
      parseOrigins();
      Policy policy = new Policy(this);
      List<PolicyProblem> found = new ArrayList<>(already);
      problems.values().forEach(found::addAll);
      found.addAll(CredentialChecks.of(policy));
      if (!found.isEmpty()) {
        throw InvalidPolicyException.of("Policy", Wording.CODE, found);
      }
      return policy;
    }

    private void parseOrigins() {
      if (originValues != null || source != null) {
        List<PolicyProblem> found = afresh(Member.ORIGINS);
        origins =
            AllowedOrigins.parse(
                Objects.requireNonNullElse(originValues, List.of(CorsPolicy.NONE)),
                Objects.requireNonNullElse(source, AllowedOrigins.NOBODY),
                dangers,
                found::add);
      } else if (origins != null && dangers.contains(Danger.LOOPBACK_ORIGINS)) {
        origins = origins.waivingLoopback();
      }
    }

    private List<PolicyProblem> afresh(Member member) {
      List<PolicyProblem> found = new ArrayList<>();
      set.add(member);
      problems.put(member, found);
      return found;
    }
  }

  /** What may not stand beside credentials. */
  private static final class CredentialChecks {

    static List<PolicyProblem> of(Policy policy) {
      List<PolicyProblem> problems = new ArrayList<>();
      if (!policy.credentialed) {
        return problems;
      }
      if (policy.origins.isAny()) {
        problems.add(new PolicyProblem.AnyOriginWithCredentials());
      }
      if (policy.origins.isOpaqueListed()) {
        problems.add(new PolicyProblem.OpaqueOriginWithCredentials());
      }
      if (policy.origins.isFileListed()) {
        problems.add(new PolicyProblem.FileOriginWithCredentials());
      }
      for (OriginPattern insecure : policy.origins.insecure()) {
        problems.add(new PolicyProblem.InsecureWithCredentials(insecure));
      }
      for (OriginPattern wildcard : policy.origins.underPublicSuffix()) {
        problems.add(new PolicyProblem.PublicSuffixWithCredentials(wildcard));
      }
      if (policy.exposedHeaders.isAny()) {
        problems.add(new PolicyProblem.AllExposedWithCredentials());
      }
      return problems;
    }
  }
}
