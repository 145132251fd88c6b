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
import dev.jaxrscors.policy.Policy;
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
  private AppliedPolicy door = AppliedPolicy.Ungoverned.RESOURCE;
  private final SeenResources seen = new SeenResources(this::read);
  private final Lasting lasting;
  private final boolean off;

  private volatile Authentication authentication;
  private volatile KnownClasses known;
  private volatile boolean policyPossible;
  private volatile boolean mayJudgeEarly;
  private volatile boolean serving;

  /**
   * What outlives a deployment, for the one after it.
   *
   * @param sources the instances of sources of origins
   * @param shapes the classes by reflection
   * @param lines which lines on classes were logged
   */
  record Lasting(SourceInstances sources, Recent<Class<?>, ResourceShape> shapes, LateLines lines) {

    static Lasting nothing() {
      return new Lasting(
          new SourceInstances(),
          KnownClasses.noShapes(),
          new LateLines(new RateLimit(System::nanoTime)));
    }
  }

  private Deployment(
      Setup setup,
      Optional<Class<?>> application,
      Lasting lasting,
      Function<Set<Class<?>>, Authentication> authentications) {
    this.setup = setup;
    this.off = setup.isOff();
    this.lasting = lasting;
    this.authentications = authentications;
    this.authentication = authentication(Set.of());
    this.application = application.stream().<Class<?>>map(c -> c).toList();
    this.resolver = new Resolver(setup, lasting.sources());
    this.known = noClasses();
    AppliedPolicy resolved = resolver.resolve(applicationLevels());
    this.check =
        new PolicyCheck(setup, resolver, this.application, resolved, type -> known.of(type));
    Policy policy = resolved.policy();
    this.outermost =
        policy == null
            ? AppliedPolicy.Ungoverned.UNMATCHED
            : CommonPolicy.ofNoResource(policy, resolved.supplier());
    this.policyPossible = !resolved.isNone();
    // It also applies to resources that code registers, which no class announces.
    this.mayJudgeEarly = resolved.isJudgedEarly() || setup.policies().areSupplied();
  }

  /**
   * Returns what an application allows on one of its hosts, every root class of it checked.
   *
   * @param lasting what deployments before it have left
   * @param authentications finds, now and when all is registered, how the application looks at who
   *     calls it
   * @throws InvalidPolicyException if any policy is wrong
   */
  static Deployment of(
      Setup setup,
      Optional<Class<?>> application,
      Collection<Class<?>> components,
      Lasting lasting,
      Function<Set<Class<?>>, Authentication> authentications) {
    Deployment deployment = new Deployment(setup, application, lasting, authentications);
    deployment.check.checkAll(components);
    return deployment;
  }

  /**
   * Returns what a servlet filter allows on one of its hosts.
   *
   * @param lasting what deployments before it have left
   * @throws InvalidPolicyException if any policy is wrong
   */
  static Deployment ofDoor(
      Setup setup,
      DoorDeclaration door,
      Lasting lasting,
      Function<Set<Class<?>>, Authentication> authentications) {
    Deployment deployment = new Deployment(setup, Optional.empty(), lasting, authentications);
    AppliedPolicy resolved = deployment.resolver.resolve(door.levels());
    List<Mistake> mistakes = new ArrayList<>(door.strayAnnotations());
    if (resolved instanceof AppliedPolicy.Broken broken) {
      mistakes.addAll(broken.mistakes());
    }
    deployment.check.checkBeside(mistakes);
    deployment.door = door.applied(resolved);
    deployment.policyPossible |= !resolved.isNone();
    return deployment;
  }

  /** Returns who decides about what is behind a servlet filter. */
  public AppliedPolicy door() {
    return off ? AppliedPolicy.Ungoverned.OFF : door;
  }

  /** Returns a deployment that is switched off, where nothing can be checked. */
  static Deployment off(Lasting lasting, Function<Set<Class<?>>, Authentication> authentications) {
    return new Deployment(Setup.OFF, Optional.empty(), lasting, authentications);
  }

  private KnownClasses noClasses() {
    return new KnownClasses(application, lasting.shapes(), this::make, this::report);
  }

  /** Returns one that is to be looked at, and not to be served, mistakes or not. */
  static Deployment unchecked(
      Setup setup,
      Optional<Class<?>> application,
      Collection<Class<?>> components,
      Function<Set<Class<?>>, Authentication> authentications) {
    Deployment deployment = new Deployment(setup, application, Lasting.nothing(), authentications);
    try {
      deployment.check.checkAll(components);
    } catch (InvalidPolicyException e) {
      // Whoever looks at it has found these mistakes before.
      return deployment;
    }
    return deployment;
  }

  private LevelWalk applicationLevels() {
    LevelWalk levels = new LevelWalk();
    application.forEach(levels::addClass);
    return levels;
  }

  List<Hint> hints(Collection<Class<?>> components) {
    if (off) {
      return List.of();
    }
    if (door instanceof AppliedPolicy.Governed governed) {
      return hints(governed);
    }
    List<ResourceClass> found = roots(components);
    List<Hint> hints = new ArrayList<>(ApplicationHints.of(found, components, setup));
    if (policyPossible && outermost == AppliedPolicy.Ungoverned.UNMATCHED) {
      hints.addAll(seen.ownOptions().hints());
    }
    if (forUnmatched() == AppliedPolicy.Ungoverned.UNMATCHED
        && found.stream().anyMatch(ResourceClass::isGoverned)) {
      hints.add(ApplicationHints.unreadableErrors(components));
    }
    return hints;
  }

  /** What concerns a whole application, Jakarta REST finds out. */
  private List<Hint> hints(AppliedPolicy.Governed governed) {
    String place = governed.provenance().nearest().name();
    List<Hint> hints = new ArrayList<>(setup.forgiven());
    governed.policy().hints().forEach(hint -> hints.add(new Hint(place, hint)));
    return hints;
  }

  private List<ResourceClass> roots(Collection<Class<?>> components) {
    return components.stream()
        .<Class<?>>map(Hierarchy::unproxied)
        .filter(type -> SeenResources.isConcreteRoot(type) && !check.isNoRoot(type))
        .map(known::of)
        .toList();
  }

  /**
   * Returns a line on each policy in force, of root resources and of what their locators declare.
   *
   * @param on where it is in force; empty for everywhere
   */
  List<String> policyLines(Collection<Class<?>> components, String on) {
    if (off) {
      return List.of();
    }
    if (door instanceof AppliedPolicy.Governed governed) {
      return List.of(PolicyLog.line(governed, on));
    }
    List<ResourceClass> found = new ArrayList<>(roots(components));
    found.addAll(seen.below());
    return PolicyLog.lines(found, on);
  }

  void addBuiltPaths(Collection<String> paths) {
    seen.addBuiltPaths(paths);
  }

  /**
   * Checks a resource class that the runtime announces.
   *
   * @throws InvalidPolicyException if a policy of the class is wrong, and no request was served yet
   */
  void announce(Class<?> announced) {
    Class<?> type = Hierarchy.unproxied(announced);
    if (Modifier.isAbstract(type.getModifiers())) {
      // RESTEasy names what has the path: who implements it, and with which policy, is not known.
      policyPossible = true;
    }
    reject(type, check.mistakesOf(type));
  }

  /** While nothing is served, mistakes stop what is not off; then they go to the log. */
  private void reject(Class<?> type, List<Mistake> mistakes) {
    if (serving || off) {
      logLate(type, mistakes);
    } else {
      PolicyCheck.failOn(mistakes);
    }
  }

  /**
   * Checks a method that the runtime announces. One that code has registered may be in any class,
   * and is governed by the annotations there.
   *
   * @throws InvalidPolicyException if its policy is wrong, and no request was served yet
   */
  void announce(Class<?> announced, Method method) {
    announce(announced, method, !serving);
  }

  /**
   * Checks the same.
   *
   * @param registered whether it was announced before any request; later, a locator may have led to
   *     it
   * @throws InvalidPolicyException if its policy is wrong, and no request was served yet
   */
  void announce(Class<?> announced, Method method, boolean registered) {
    if (setup == Setup.OFF) {
      return;
    }
    Class<?> type = Hierarchy.unproxied(announced);
    if (registered) {
      check.noteRegistered(type);
    }
    ResourceClass resource = check.isNoRoot(type) ? read(List.of(type)) : known.of(type);
    if (resource.applied(method) != AppliedPolicy.Ungoverned.UNLISTED) {
      announce(announced);
    } else if (!ForeignClasses.isOfRuntime(type)) {
      announceProgram(type, resource.programs().resolve(method));
    }
  }

  private void announceProgram(Class<?> type, AppliedPolicy resolution) {
    if (!resolution.isNone()) {
      policyPossible = true;
    }
    if (ForeignClasses.canUseLibrary(type)) {
      seen.common().add(resolution);
    }
    if (resolution.isJudgedEarly()) {
      mayJudgeEarly = true;
    } else if (resolution instanceof AppliedPolicy.Broken broken) {
      reject(type, broken.mistakes());
    }
  }

  /**
   * Serves requests from now on: later mistakes cannot stop the deployment.
   *
   * @param filters the classes of request filters that the first request has revealed
   */
  synchronized void serve(Set<Class<?>> filters) {
    complete(filters);
    serving = true;
  }

  /** Takes note, before the first request, of what was registered since the deployment. */
  synchronized void complete() {
    if (!serving) {
      complete(Set.of());
    }
  }

  private void complete(Set<Class<?>> filters) {
    Authentication complete = authentication(filters);
    if (!complete.equals(authentication)) {
      complete.everywhere().ifPresent(this::reportAuthentication);
      authentication = complete;
      known = noClasses();
    }
  }

  private void reportAuthentication(String by) {
    if (isPolicyPossible()) {
      LOGGER.log(
          Level.INFO,
          "CORS request header Authorization is derived wherever origins is not \"*\", because {0}"
              + " looks at who calls",
          by);
    }
  }

  /** An application whose authentication cannot be found is served all the same. */
  private Authentication authentication(Set<Class<?>> filters) {
    try {
      return authentications.apply(filters);
    } catch (RuntimeException | LinkageError e) {
      LOGGER.log(Level.DEBUG, "How the application authenticates is not known", e);
      return Authentication.UNKNOWN;
    }
  }

  boolean isServing() {
    return serving;
  }

  /** Reports whether any policy can exist in the application. */
  public boolean isPolicyPossible() {
    return policyPossible && !off;
  }

  /** Reports whether everything is switched off: policies are checked, and nothing is done. */
  public boolean isOff() {
    return off;
  }

  /** Returns how the application looks at who calls it, as far as that is known. */
  Authentication authentication() {
    return authentication;
  }

  /** Reports whether, on Jersey, a policy may have to decide before the resource runs. */
  public boolean mayJudgeEarly() {
    return mayJudgeEarly && !off;
  }

  public Setup setup() {
    return setup;
  }

  /** Returns who decides about responses for which no resource was matched. */
  public AppliedPolicy forUnmatched() {
    if (off) {
      return AppliedPolicy.Ungoverned.UNMATCHED;
    }
    return outermost == AppliedPolicy.Ungoverned.UNMATCHED ? seen.common().applied() : outermost;
  }

  /** Returns the hand-written methods for {@code OPTIONS} that no policy governs. */
  public OwnOptions ownOptions() {
    return seen.ownOptions();
  }

  /** Returns the root classes that have been met. */
  List<Class<?>> roots() {
    return seen.roots();
  }

  /**
   * Returns who decides about each resource method of a class, without taking note of it.
   *
   * @param chain the class, then those whose locators lead to it, nearest first
   */
  Map<ResourceMethod, AppliedPolicy> policies(List<Class<?>> chain) {
    ResourceClass resource = read(chain);
    Map<ResourceMethod, AppliedPolicy> policies = new LinkedHashMap<>();
    resource
        .methods()
        .forEach(
            m ->
                policies.put(m, off ? AppliedPolicy.Ungoverned.OFF : resource.applied(m.method())));
    return policies;
  }

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
    return off ? AppliedPolicy.Ungoverned.OFF : known.of(type, parents).applied(method);
  }

  /**
   * Returns who decides about a method that was matched, though no annotation makes it a resource
   * method: nobody where it is the runtime's own, else the annotations on it and outside it.
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

  /** Returns a class below its parents, not added to those of the application. */
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
    // Where locators lead is not known; all else Jersey announces before it can be reached.
    if (made.judgesEarly() || made.hasLocators()) {
      mayJudgeEarly = true;
    }
    return made;
  }

  private void report(ResourceClass resource, List<Class<?>> chain) {
    seen.add(resource, chain);
    if (off) {
      return;
    }
    if (policyPossible && chain.size() > 1) {
      seen.hintBelow(resource);
    }
    if (!resource.derivations().isEmpty() && lasting.lines().derived(resource, serving)) {
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
    if (!mistakes.isEmpty() && lasting.lines().mistaken(type)) {
      LOGGER.log(
          off ? Level.WARNING : Level.ERROR,
          off
              ? "CORS is switched off, and policies of {0} would be refused if it were on: {1}"
              : "CORS policies of {0} are refused at every request: {1}",
          LevelWalk.place(type),
          new InvalidPolicyException(mistakes).getMessage());
    }
  }
}
