package dev.jaxrscors;

import dev.jaxrscors.config.ConfiguredPolicy;
import dev.jaxrscors.policy.InvalidPolicyException;
import dev.jaxrscors.policy.InvalidPolicyException.Mistake;
import dev.jaxrscors.policy.Member;
import dev.jaxrscors.policy.Place;
import dev.jaxrscors.policy.PolicyProblem;
import dev.jaxrscors.policy.Wording;
import dev.jaxrscors.protocol.Endpoint;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.lang.System.Logger.Level;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What one deployed application allows: its setup, and who decides about each resource method. */
final class Deployment {

  private static final System.Logger LOGGER = System.getLogger("dev.jaxrscors");

  private final CorsSetup setup;
  private final List<Class<?>> application;
  private final Resolver resolver;
  private final SameOrigin sameOrigin;
  private final Function<Set<Class<?>>, Authentication> authentications;
  private final Map<Class<?>, List<Mistake>> mistakes = new ConcurrentHashMap<>();
  private final @Nullable Endpoint outermost;
  private final MetResources met = new MetResources(this::read);
  private final RefusalLog refusals = RefusalLog.create();
  private final UnreadableLog unreadable = UnreadableLog.create();
  private final NamedMatch matched = new NamedMatch();
  private final MatchedPath matchedPath = new MatchedPath(type -> known().shape(type));
  private final LateLines lateLines = new LateLines(new LineBudget(System::nanoTime));

  private volatile Authentication authentication;
  private volatile KnownClasses known;
  private volatile boolean policyPossible;
  private volatile boolean mayJudgeEarly;
  private volatile boolean serving;

  private Deployment(
      CorsSetup setup,
      Optional<Class<?>> application,
      OriginSources sources,
      SameOrigin sameOrigin,
      Function<Set<Class<?>>, Authentication> authentications) {
    this.setup = setup;
    this.authentications = authentications;
    this.authentication = authentication(Set.of());
    this.sameOrigin = sameOrigin;
    this.application = application.stream().<Class<?>>map(c -> c).toList();
    this.resolver = new Resolver(setup, sources);
    this.known = new KnownClasses(this.application, this::make, this::report);
    Resolution outermost = resolver.resolve(applicationLevels());
    this.outermost =
        outermost instanceof Resolution.Governed governed
            ? new Endpoint(governed.policy(), Set.of(), Set.of())
            : null;
    this.policyPossible = outermost != Resolution.Ungoverned.RESOURCE;
    // What code registers has this policy, and no class that would tell before it is met.
    this.mayJudgeEarly = outermost instanceof Resolution.Governed governed && isEarly(governed);
  }

  /**
   * Returns what an application allows, every root class of it checked.
   *
   * @throws InvalidPolicyException if any policy is wrong
   */
  static Deployment of(
      CorsSetup setup, Optional<Class<?>> application, Collection<Class<?>> components) {
    return of(
        setup,
        application,
        components,
        new OriginSources(),
        SameOrigin.UNLISTED,
        met -> Authentication.of(components, type -> Optional.empty(), application));
  }

  /**
   * Returns what an application allows on one of its hosts, every root class of it checked.
   *
   * @param sources what all hosts of the application share
   * @param sameOrigin what tells requests of the server's own pages
   * @param authentications tells, now and when all is registered, how the application looks at who
   *     calls it
   * @throws InvalidPolicyException if any policy is wrong
   */
  static Deployment of(
      CorsSetup setup,
      Optional<Class<?>> application,
      Collection<Class<?>> components,
      OriginSources sources,
      SameOrigin sameOrigin,
      Function<Set<Class<?>>, Authentication> authentications) {
    Deployment deployment =
        new Deployment(setup, application, sources, sameOrigin, authentications);
    deployment.check(components);
    return deployment;
  }

  private static boolean isEarly(Resolution.Governed governed) {
    return governed.policy().rejectsRefused() || governed.policy().origins().hasSource();
  }

  private Levels applicationLevels() {
    Levels levels = new Levels();
    application.forEach(levels::addClass);
    return levels;
  }

  private void check(Collection<Class<?>> components) {
    List<Mistake> mistakes = new ArrayList<>(mistakesOfSetup());
    mistakes.addAll(mistakesOfApplication());
    Siblings siblings = new Siblings();
    for (Class<?> component : components) {
      Class<?> type = Hierarchy.unproxied(component);
      if (ResourceMethods.isRoot(type)) {
        ResourceClass resource = known.of(type);
        mistakes.addAll(meet(type));
        resource.meet(siblings, mistakes::add);
        resource.concreteTargetsBelow().forEach(t -> mistakes.addAll(meet(t)));
      } else if (ResourceClass.isAnnotated(type)
          && !isApplication(type)
          && !Program.isHandler(type)) {
        mistakes.addAll(meet(type));
      }
    }
    failOn(mistakes);
  }

  private boolean isApplication(Class<?> type) {
    return application.stream().anyMatch(type::isAssignableFrom);
  }

  List<Hint> hints(Collection<Class<?>> components) {
    List<ResourceClass> found =
        components.stream()
            .<Class<?>>map(Hierarchy::unproxied)
            .filter(MetResources::isConcreteRoot)
            .map(known::of)
            .toList();
    List<Hint> hints = new ArrayList<>(ApplicationHints.of(found, components, setup));
    if (policyPossible && outermost == null) {
      hints.addAll(met.ownOptions().hints());
    }
    if (forUnmatched() == null && found.stream().anyMatch(ResourceClass::isGoverned)) {
      hints.add(ApplicationHints.unreadableErrors(components));
    }
    return hints;
  }

  /** Takes note of the paths of resources that are built in code, and of which no class tells. */
  void addBuiltPaths(Collection<String> paths) {
    met.addBuiltPaths(paths);
  }

  /** What the application leaves unset, its resources may set. */
  private List<Mistake> mistakesOfApplication() {
    return resolver.resolve(applicationLevels()) instanceof Resolution.Broken broken
        ? broken.mistakes().stream().filter(m -> !isNoOrigin(m)).toList()
        : List.of();
  }

  private static boolean isNoOrigin(Mistake mistake) {
    return mistake.problem() instanceof PolicyProblem.NoOrigin;
  }

  private List<Mistake> mistakesOfSetup() {
    List<Mistake> mistakes = new ArrayList<>();
    for (String name : setup.policyNames()) {
      try {
        setup.configured(name).ifPresent(policy -> addProblems(policy, mistakes));
      } catch (InvalidPolicyException e) {
        mistakes.addAll(e.mistakes());
      }
    }
    setup.configuredDefault().ifPresent(policy -> addProblems(policy, mistakes));
    return mistakes;
  }

  /** Origins in configuration are judged where they are used: an annotation there may waive it. */
  private void addProblems(ConfiguredPolicy policy, List<Mistake> mistakes) {
    if (setup.isProduction() && policy.places().get(Member.ORIGINS) instanceof Place.Code place) {
      Wording wording = new Wording(policy.places(), place, place.name());
      policy.policy().problemsInProduction().stream()
          .map(problem -> new Mistake(place.name(), problem, problem.text(wording)))
          .forEach(mistakes::add);
    }
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
    boolean isNew = !mistakes.containsKey(type);
    List<Mistake> found = meet(type);
    if (!serving) {
      failOn(found);
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
    if (resource.governance(method) != Governance.Ungoverned.UNLISTED) {
      announce(announced);
    } else if (!Program.isOfRuntime(type)) {
      announceProgram(type, resource.resolveProgram(method));
    }
  }

  private void announceProgram(Class<?> type, Resolution resolution) {
    if (resolution != Resolution.Ungoverned.RESOURCE) {
      policyPossible = true;
    }
    if (UserClasses.contains(type)) {
      met.common().meet(resolution);
    }
    if (resolution instanceof Resolution.Governed governed && isEarly(governed)) {
      mayJudgeEarly = true;
    } else if (resolution instanceof Resolution.Broken broken && serving) {
      logLate(type, broken.mistakes());
    } else if (resolution instanceof Resolution.Broken broken) {
      failOn(broken.mistakes());
    }
  }

  private static void failOn(List<Mistake> mistakes) {
    if (!mistakes.isEmpty()) {
      throw new InvalidPolicyException(mistakes);
    }
  }

  /**
   * Returns the mistakes of a class, but for what its parents or subclasses may supply. Runtimes
   * announce a class for each of its methods: only the first time anything is found out.
   */
  private List<Mistake> meet(Class<?> type) {
    return mistakes.computeIfAbsent(type, this::mistakesOf);
  }

  private List<Mistake> mistakesOf(Class<?> type) {
    ResourceClass resource = known.of(type);
    if (ResourceMethods.isRoot(type) && !Modifier.isAbstract(type.getModifiers())) {
      return resource.mistakes();
    }
    return new ResourceClass(type, List.of(), resolver::resolveAlone)
        .mistakes().stream().filter(m -> !isNoOrigin(m)).toList();
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

  private KnownClasses known() {
    return known;
  }

  /** Reports whether any policy can exist in the application. */
  boolean isPolicyPossible() {
    return policyPossible;
  }

  /** Reports whether, on Jersey, a policy may have to decide before the resource runs. */
  boolean mayJudgeEarly() {
    return mayJudgeEarly;
  }

  CorsSetup setup() {
    return setup;
  }

  /**
   * Returns what a request is about to reach, for code that decides on its origin.
   *
   * @param path the path template as the class that was matched tells it, or {@link
   *     Target#UNMATCHED}
   */
  Target target(ContainerRequestContext request, String path) {
    return new Target(
        sameOrigin.host().authority(request), matchedPath.of(request, path), request.getMethod());
  }

  /** Returns what tells requests of the server's own pages. */
  SameOrigin sameOrigin() {
    return sameOrigin;
  }

  RefusalLog refusals() {
    return refusals;
  }

  /** Returns what tells, from a request alone, which resource method was matched. */
  NamedMatch matched() {
    return matched;
  }

  /** Returns the judge of responses for which no resource was matched, or null if there is none. */
  @Nullable Endpoint forUnmatched() {
    return outermost == null ? met.common().endpoint() : outermost;
  }

  /**
   * Reports whether an {@code OPTIONS} request is left to a hand-written method, because no policy
   * has a say on its path.
   */
  boolean leaves(ContainerRequestContext request) {
    OwnOptions own = met.ownOptions();
    return !own.isEmpty() && own.answer(RequestPath.of(request));
  }

  /**
   * Reports whether there is a hand-written method that {@code OPTIONS} requests may be left to.
   */
  boolean leavesAny() {
    return !met.ownOptions().isEmpty();
  }

  /** Returns what logs responses of no resource that no page can read. */
  UnreadableLog unreadable() {
    return unreadable;
  }

  /**
   * Returns who decides about a resource method.
   *
   * @param type the resource class, or a proxy of it
   * @param method the resource method
   * @param parents the classes whose locators led to it, nearest first
   */
  Governance governance(Class<?> type, Method method, List<Class<?>> parents) {
    return known.of(type, parents).governance(method);
  }

  /**
   * Returns who decides about a method that is none of the resource methods of its class, but was
   * matched: nobody where it is the runtime's own, else what stands on the method, its class, and
   * further out.
   *
   * @param request the request that was matched
   * @param type the class of the method, or of what handles the request
   * @param method the method
   * @param parents the classes whose locators led to it, nearest first
   */
  Governance programGovernance(
      ContainerRequestContext request, Class<?> type, Method method, List<Class<?>> parents) {
    if (Program.isOfRuntime(type)) {
      return Governance.Ungoverned.RESOURCE;
    }
    ResourceClass resource = known.of(type, parents);
    Resolution own = resource.resolveProgram(method);
    Set<dev.jaxrscors.fetch.Method> verbs =
        matchedPath.verbs(
            request,
            other ->
                !Program.isOfRuntime(other.type())
                    && known.of(other.type(), parents).hasProgramPolicy(other.method(), own));
    return resource.program(method, verbs, "");
  }

  /** Returns what is known of a class below its parents, without taking note of it. */
  private ResourceClass read(List<Class<?>> chain) {
    Surroundings around = Surroundings.of(chain, application, known::shape);
    return new ResourceClass(known.shape(chain.get(0)), around, resolver::resolve, authentication);
  }

  private ResourceClass make(ResourceShape shape, Surroundings surroundings) {
    Function<Levels, Resolution> resolving =
        Program.isOfRuntime(shape.type())
            ? levels -> Resolution.Ungoverned.RESOURCE
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
          Levels.place(resource.type()),
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
          Levels.place(type),
          new InvalidPolicyException(mistakes).getMessage());
    }
  }
}
