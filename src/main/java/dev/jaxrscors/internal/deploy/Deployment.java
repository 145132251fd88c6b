package dev.jaxrscors.internal.deploy;

import dev.jaxrscors.fetch.RequestMethod;
import dev.jaxrscors.internal.config.Hint;
import dev.jaxrscors.internal.resource.Authentication;
import dev.jaxrscors.internal.resource.Hierarchy;
import dev.jaxrscors.internal.resource.LevelWalk;
import dev.jaxrscors.internal.resource.ResourceMethod;
import dev.jaxrscors.internal.resource.ResourceShape;
import dev.jaxrscors.internal.runtime.ForeignClasses;
import dev.jaxrscors.internal.runtime.JerseyMatch;
import dev.jaxrscors.policy.InvalidPolicyException;
import dev.jaxrscors.policy.InvalidPolicyException.Mistake;
import java.lang.System.Logger.Level;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** What one deployed application allows: its setup, and who decides about each resource method. */
public final class Deployment {

  private static final System.Logger LOGGER = System.getLogger("dev.jaxrscors");

  private final Setup setup;
  private final List<Class<?>> application;
  private final Resolver resolver;
  private final Function<Set<Class<?>>, Authentication> authentications;
  private final PolicyCheck check;
  private final AppliedPolicy outermost;
  private final MetResources met = new MetResources(this::read);
  private final LateLines lateLines = new LateLines(new RateLimit(System::nanoTime));

  private volatile Authentication authentication;
  private volatile KnownClasses known;
  private volatile boolean policyPossible;
  private volatile boolean mayJudgeEarly;
  private volatile boolean serving;

  private Deployment(
      Setup setup,
      Optional<Class<?>> application,
      SourceInstances sources,
      Function<Set<Class<?>>, Authentication> authentications) {
    this.setup = setup;
    this.authentications = authentications;
    this.authentication = authentication(Set.of());
    this.application = application.stream().<Class<?>>map(c -> c).toList();
    this.resolver = new Resolver(setup, sources);
    this.known = new KnownClasses(this.application, this::make, this::report);
    this.check = new PolicyCheck(setup, resolver, this.application, type -> known.of(type));
    AppliedPolicy outermost = resolver.resolve(applicationLevels());
    this.outermost =
        outermost instanceof AppliedPolicy.Resolved governed
            ? CommonPolicy.ofNoResource(governed.policy())
            : AppliedPolicy.Ungoverned.UNMATCHED;
    this.policyPossible = outermost != AppliedPolicy.Ungoverned.RESOURCE;
    // What code registers has this policy, and no class that would tell before it is met.
    this.mayJudgeEarly = outermost instanceof AppliedPolicy.Resolved governed && isEarly(governed);
  }

  /**
   * Returns what an application allows, every root class of it checked.
   *
   * @throws InvalidPolicyException if any policy is wrong
   */
  public static Deployment of(
      Setup setup, Optional<Class<?>> application, Collection<Class<?>> components) {
    return of(
        setup,
        application,
        components,
        new SourceInstances(),
        met -> Authentication.of(components, type -> Optional.empty(), application));
  }

  /**
   * Returns what an application allows on one of its hosts, every root class of it checked.
   *
   * @param sources what all hosts of the application share
   * @param authentications tells, now and when all is registered, how the application looks at who
   *     calls it
   * @throws InvalidPolicyException if any policy is wrong
   */
  static Deployment of(
      Setup setup,
      Optional<Class<?>> application,
      Collection<Class<?>> components,
      SourceInstances sources,
      Function<Set<Class<?>>, Authentication> authentications) {
    Deployment deployment = new Deployment(setup, application, sources, authentications);
    deployment.check.checkAll(components);
    return deployment;
  }

  /** Returns the same, mistakes or not: to be looked at, and not to be served. */
  static Deployment unchecked(
      Setup setup,
      Optional<Class<?>> application,
      Collection<Class<?>> components,
      Function<Set<Class<?>>, Authentication> authentications) {
    Deployment deployment =
        new Deployment(setup, application, new SourceInstances(), authentications);
    try {
      deployment.check.checkAll(components);
    } catch (InvalidPolicyException e) {
      // Whoever looks at it has found these mistakes before.
      return deployment;
    }
    return deployment;
  }

  private static boolean isEarly(AppliedPolicy.Resolved governed) {
    return governed.policy().rejectsRefused() || governed.policy().origins().hasSource();
  }

  private LevelWalk applicationLevels() {
    LevelWalk levels = new LevelWalk();
    application.forEach(levels::addClass);
    return levels;
  }

  List<Hint> hints(Collection<Class<?>> components) {
    List<ResourceClass> found =
        components.stream()
            .<Class<?>>map(Hierarchy::unproxied)
            .filter(MetResources::isConcreteRoot)
            .map(known::of)
            .toList();
    List<Hint> hints = new ArrayList<>(ApplicationHints.of(found, components, setup));
    if (policyPossible && outermost == AppliedPolicy.Ungoverned.UNMATCHED) {
      hints.addAll(met.ownOptions().hints());
    }
    if (forUnmatched() == AppliedPolicy.Ungoverned.UNMATCHED
        && found.stream().anyMatch(ResourceClass::isGoverned)) {
      hints.add(ApplicationHints.unreadableErrors(components));
    }
    return hints;
  }

  /** Takes note of the paths of resources that are built in code, and of which no class tells. */
  void addBuiltPaths(Collection<String> paths) {
    met.addBuiltPaths(paths);
  }

  /**
   * Takes note of a resource class that the runtime announces. The first announcement of a class
   * that is wrong stops the deployment; once requests are served, it is logged instead, and the
   * class refused.
   *
   * @throws InvalidPolicyException if a policy of the class is wrong, and no request was served yet
   */
  void announce(Class<?> announced) {
    Class<?> type = Hierarchy.unproxied(announced);
    if (Modifier.isAbstract(type.getModifiers())) {
      // RESTEasy names what has the path: who implements it, and with which policy, is not known.
      policyPossible = true;
    }
    boolean isNew = check.isNew(type);
    List<Mistake> found = check.mistakesOf(type);
    if (!serving) {
      PolicyCheck.failOn(found);
    } else if (isNew) {
      logLate(type, found);
    }
  }

  /**
   * Takes note of a method that the runtime announces, with the same consequences: one that code
   * has registered may be in any class, and governed by what stands there.
   *
   * @throws InvalidPolicyException if its policy is wrong, and no request was served yet
   */
  void announce(Class<?> announced, Method method) {
    Class<?> type = Hierarchy.unproxied(announced);
    ResourceClass resource = known.of(type);
    if (resource.applied(method) != AppliedPolicy.Ungoverned.UNLISTED) {
      announce(announced);
    } else if (!ForeignClasses.isOfRuntime(type)) {
      announceProgram(type, resource.programs().resolve(method));
    }
  }

  private void announceProgram(Class<?> type, AppliedPolicy resolution) {
    if (resolution != AppliedPolicy.Ungoverned.RESOURCE) {
      policyPossible = true;
    }
    if (ForeignClasses.canUseLibrary(type)) {
      met.common().meet(resolution);
    }
    if (resolution instanceof AppliedPolicy.Resolved governed && isEarly(governed)) {
      mayJudgeEarly = true;
    } else if (resolution instanceof AppliedPolicy.Broken broken && serving) {
      logLate(type, broken.mistakes());
    } else if (resolution instanceof AppliedPolicy.Broken broken) {
      PolicyCheck.failOn(broken.mistakes());
    }
  }

  void serve() {
    serve(Set.of());
  }

  /**
   * Says that requests are served from now on: mistakes met later cannot stop the deployment.
   *
   * @param filters the classes of request filters that the first request has told
   */
  void serve(Set<Class<?>> filters) {
    Authentication complete = authentication(filters);
    if (!complete.equals(authentication)) {
      complete.everywhere().ifPresent(this::reportAuthentication);
      authentication = complete;
      known = new KnownClasses(application, this::make, this::report);
    }
    serving = true;
  }

  private void reportAuthentication(String by) {
    if (policyPossible) {
      LOGGER.log(
          Level.INFO,
          "CORS request header Authorization is derived wherever origins is not \"*\", because {0}"
              + " looks at who calls",
          by);
    }
  }

  /** What the runtime fails to tell is no reason to serve nothing. */
  private Authentication authentication(Set<Class<?>> filters) {
    try {
      return authentications.apply(filters);
    } catch (RuntimeException | LinkageError e) {
      LOGGER.log(Level.DEBUG, "How the application authenticates is not known: {0}", e);
      return Authentication.UNKNOWN;
    }
  }

  /** Reports whether any policy can exist in the application. */
  public boolean isPolicyPossible() {
    return policyPossible;
  }

  /** Reports whether, on Jersey, a policy may have to decide before the resource runs. */
  public boolean mayJudgeEarly() {
    return mayJudgeEarly;
  }

  public Setup setup() {
    return setup;
  }

  /** Returns who decides about responses for which no resource was matched. */
  public AppliedPolicy forUnmatched() {
    return outermost == AppliedPolicy.Ungoverned.UNMATCHED ? met.common().applied() : outermost;
  }

  /** Returns the hand-written methods for {@code OPTIONS} that no policy governs. */
  public OwnOptions ownOptions() {
    return met.ownOptions();
  }

  /** Returns the root classes that have been met. */
  List<Class<?>> roots() {
    return met.roots();
  }

  /**
   * Returns who decides about each resource method of a class, without taking note of it.
   *
   * @param chain the class, then those whose locators lead to it, nearest first
   */
  Map<ResourceMethod, AppliedPolicy> policies(List<Class<?>> chain) {
    ResourceClass resource = read(chain);
    Map<ResourceMethod, AppliedPolicy> policies = new LinkedHashMap<>();
    resource.methods().forEach(m -> policies.put(m, resource.applied(m.method())));
    return policies;
  }

  /** Returns what a class says, whoever leads to it. */
  public ResourceShape shape(Class<?> type) {
    return known.shape(type);
  }

  /**
   * Returns who decides about a resource method.
   *
   * @param type the resource class, or a proxy of it
   * @param parents the classes whose locators led to it, nearest first
   */
  public AppliedPolicy applied(Class<?> type, Method method, List<Class<?>> parents) {
    return known.of(type, parents).applied(method);
  }

  /**
   * Returns who decides about a method that is none of the resource methods of its class, but was
   * matched: nobody where it is the runtime's own, else what stands on the method, its class, and
   * further out.
   *
   * @param type the class of the method, or of what handles the request
   * @param parents the classes whose locators led to it, nearest first
   * @param verbs the verbs of those that code has registered beside it and that pass a test, its
   *     own included
   */
  public AppliedPolicy appliedToProgram(
      Class<?> type,
      Method method,
      List<Class<?>> parents,
      Function<Predicate<JerseyMatch.Registered>, Set<RequestMethod>> verbs) {
    if (ForeignClasses.isOfRuntime(type)) {
      return AppliedPolicy.Ungoverned.RESOURCE;
    }
    ResourceClass resource = known.of(type, parents);
    AppliedPolicy own = resource.programs().resolve(method);
    return resource
        .programs()
        .applied(
            method,
            verbs.apply(
                other ->
                    !ForeignClasses.isOfRuntime(other.type())
                        && known.of(other.type(), parents).programs().has(other.method(), own)));
  }

  /** Returns what is known of a class below its parents, without taking note of it. */
  private ResourceClass read(List<Class<?>> chain) {
    Surroundings around = Surroundings.of(chain, application, known::shape);
    return new ResourceClass(known.shape(chain.get(0)), around, resolver::resolve, authentication);
  }

  private ResourceClass make(ResourceShape shape, Surroundings surroundings) {
    Function<LevelWalk, AppliedPolicy> resolving =
        ForeignClasses.isOfRuntime(shape.type())
            ? levels -> AppliedPolicy.Ungoverned.RESOURCE
            : resolver::resolve;
    ResourceClass made = new ResourceClass(shape, surroundings, resolving, authentication);
    if (!policyPossible && (made.isGoverned() || made.mayGovernBelow())) {
      policyPossible = true;
    }
    // What locators lead to is not known; all else Jersey announces before it can be reached.
    if (made.judgesEarly() || made.hasLocators()) {
      mayJudgeEarly = true;
    }
    return made;
  }

  private void report(ResourceClass resource, List<Class<?>> chain) {
    met.meet(resource, chain);
    if (policyPossible && chain.size() > 1) {
      met.hintBelow(resource);
    }
    if (!resource.derivations().isEmpty() && lateLines.derived(resource, serving)) {
      LOGGER.log(
          Level.INFO,
          "CORS request headers derived for {0}: {1}",
          LevelWalk.place(resource.type()),
          String.join("; ", resource.derivations()));
    }
    if (serving && chain.size() > 1) {
      logLate(resource.type(), resource.mistakes());
    }
  }

  private void logLate(Class<?> type, List<Mistake> mistakes) {
    if (!mistakes.isEmpty() && lateLines.mistaken(type)) {
      LOGGER.log(
          Level.ERROR,
          "CORS policies of {0} are refused at every request: {1}",
          LevelWalk.place(type),
          new InvalidPolicyException(mistakes).getMessage());
    }
  }
}
