package dev.jaxrscors.rest;

import dev.jaxrscors.Danger;
import dev.jaxrscors.event.CorsListener;
import dev.jaxrscors.internal.deploy.Setup;
import dev.jaxrscors.internal.deploy.SetupKey;
import dev.jaxrscors.policy.Policy;
import java.util.function.Supplier;

/**
 * What holds for a whole application: policies by name, the default policy, and settings.
 *
 * <p>Give it to the application as the property {@link #PROPERTY}, or as a CDI bean; the property
 * goes first. Quarkus removes beans that nothing injects: say {@code @Unremovable} on such a bean
 * there.
 *
 * <pre>{@code
 * public class Shop extends Application {
 *   @Override
 *   public Map<String, Object> getProperties() {
 *     return Map.of(
 *         CorsSetup.PROPERTY,
 *         CorsSetup.builder()
 *             .policy("public", Policy.builder().origins("*").build())
 *             .build());
 *   }
 * }
 * }</pre>
 *
 * <p>It is immutable, so applications may share one. The suppliers and listeners that it holds are
 * called by the threads of requests.
 */
public final class CorsSetup {

  /** The name of the application's property that holds a setup: {@value}. */
  public static final String PROPERTY = "dev.jaxrscors.setup";

  static {
    SetupKey.give(setup -> setup instanceof CorsSetup given ? given.setup : Setup.EMPTY);
  }

  private final Setup setup;

  private CorsSetup(Setup setup) {
    this.setup = setup;
  }

  /** {@return a builder without policies, and with the default settings} */
  public static Builder builder() {
    return new Builder();
  }

  Setup setup() {
    return setup;
  }

  /** Collects what a {@link CorsSetup} holds. It is not thread-safe. */
  public static final class Builder {

    private final Setup.Builder setup = new Setup.Builder();

    private Builder() {}

    /**
     * Declares a policy that annotations refer to by its name.
     *
     * @param name lower-case letters, digits and hyphens
     * @param policy the policy
     * @return this builder
     * @throws IllegalArgumentException if the name is not one, or is taken
     */
    public Builder policy(String name, Policy policy) {
      setup.policy(name, policy);
      return this;
    }

    /**
     * Declares a policy that code supplies, and may replace while requests run. The supplier is
     * asked at each request that the policy governs, by one of them at a time, so it should return
     * what it has at hand; while it returns the same instance, nothing else is done. Another policy
     * is checked against the annotations that name it, and takes hold as a whole: for the request
     * that finds it, or, in applications of thousands of methods, a moment later. Where it is
     * wrong, or the supplier throws, returns null or hangs, the policy before stays in force, and
     * the log says so once. Browsers keep the answers to preflights for {@code maxAge} all the
     * same.
     *
     * <pre>{@code
     * private volatile Policy current = Policy.builder().origins("https://a.example").build();
     *
     * CorsSetup.builder().policy("shop", () -> current).build();
     * }</pre>
     *
     * @param name lower-case letters, digits and hyphens
     * @param supplier supplies the policy
     * @return this builder
     * @throws IllegalArgumentException if the name is not one, or is taken
     */
    public Builder policy(String name, Supplier<Policy> supplier) {
      setup.policy(name, supplier);
      return this;
    }

    /**
     * Switches everything off, as {@code cors.enabled=false} does: no header is added, no preflight
     * answered, no request refused. Policies are still checked; what is wrong with them is a
     * warning in the log, and stops nothing. {@code cors.enabled=true} switches it on.
     *
     * @return this builder
     */
    public Builder disabled() {
      setup.disabled();
      return this;
    }

    /**
     * Lets the application start although configuration is wrong, as {@code cors.on-mistake=refuse}
     * does: each mistake in it is an error in the log, and what is wrong grants nothing. Mistakes
     * in code stop the deployment all the same. {@code cors.on-mistake=stop} takes this back.
     *
     * @return this builder
     */
    public Builder refuseMistakesInConfiguration() {
      setup.refuseMistakesInConfiguration();
      return this;
    }

    /**
     * Allows request headers under every policy besides its own, as {@code
     * cors.also-allowed-headers} does, and together with those: headers of tracing, say. A policy
     * that allows no request header at all stays as it is; to {@code "*"}, {@code Authorization}
     * alone is added.
     *
     * @param names names of request headers
     * @return this builder
     * @throws IllegalArgumentException if one is no name, or no script can set such a header
     */
    public Builder alsoAllowHeaders(String... names) {
      setup.alsoAllowHeaders(names);
      return this;
    }

    /**
     * Sets the policy of last resort: for members that no annotation sets, resources without a
     * policy, those that code registers included, and responses for which no resource was matched,
     * such as 404. What the runtime answers itself, {@code OPTIONS} or WADL, is never governed.
     *
     * @param policy the policy
     * @return this builder
     */
    public Builder defaultPolicy(Policy policy) {
      setup.defaultPolicy(policy);
      return this;
    }

    /**
     * Sets the status of granted preflights: 204 by default, or 200 for clients that know no other.
     *
     * @param status 200 or 204
     * @return this builder
     * @throws IllegalArgumentException if it is another
     */
    public Builder preflightStatus(int status) {
      setup.preflightStatus(status);
      return this;
    }

    /**
     * Sets {@code Cache-Control} for granted preflights, for a CDN that keeps answers to {@code
     * OPTIONS} by origin. There is none by default. What a cache keeps outlives a change of policy.
     *
     * @param fieldValue a value of {@code Cache-Control}, such as {@code public, max-age=600}
     * @return this builder
     * @throws IllegalArgumentException if it holds anything but printable ASCII
     */
    public Builder preflightCacheControl(String fieldValue) {
      setup.preflightCacheControl(fieldValue);
      return this;
    }

    /**
     * Makes plain-http and loopback origins mistakes, which stop the deployment unless {@link
     * Danger} names them.
     *
     * @return this builder
     */
    public Builder production() {
      setup.production();
      return this;
    }

    /**
     * Answers exceptions that nothing else maps, so that pages can read such responses on runtimes
     * that bypass filters for them. A {@code WebApplicationException} keeps its response, a
     * container's security exception its status; all else is an empty 500, and goes to the log.
     *
     * @return this builder
     */
    public Builder mapUnhandledExceptions() {
      setup.mapUnhandledExceptions();
      return this;
    }

    /**
     * Adds code that hears what becomes of requests, besides every CDI bean that is a {@link
     * CorsListener}.
     *
     * @param listener listens; what it throws is logged once, and harms nobody
     * @return this builder
     */
    public Builder listener(CorsListener listener) {
      setup.listener(listener);
      return this;
    }

    /** {@return the setup} */
    public CorsSetup build() {
      return new CorsSetup(setup.build());
    }
  }
}
