package dev.jaxrscors.internal.filter;

import dev.jaxrscors.internal.deploy.AppliedPolicy;
import dev.jaxrscors.internal.deploy.Deployer;
import dev.jaxrscors.internal.deploy.Deployment;
import dev.jaxrscors.internal.deploy.DoorDeclaration;
import dev.jaxrscors.internal.deploy.DoorNames;
import dev.jaxrscors.internal.deploy.HostDeployments;
import dev.jaxrscors.internal.deploy.Redeployment;
import dev.jaxrscors.internal.deploy.Setup;
import dev.jaxrscors.internal.protocol.Incoming;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A servlet filter of this library, while it serves requests: answers preflights before anything
 * behind it runs, and puts the header fields on the responses to all others.
 *
 * <p>Where Jakarta REST is behind it, the policy of the resource decides. Which one that is, no
 * filter can know: so such a request goes on, a preflight too, and what decides there tells the
 * {@link Passage}. That no resource method runs on a preflight, the filters there make sure of; to
 * where they are not known to be, it goes on with a method that no resource has.
 */
public final class ServedDoor {

  private static final System.Logger LOGGER = System.getLogger("dev.jaxrscors");

  private final String name;
  private final DoorPatterns patterns;
  private final DoorNeighbours neighbours;
  private final DoorDestination destination;
  private final Redeployment redeployment;
  private final RefusalLog.Spent spent = new RefusalLog.Spent(System::nanoTime);
  private volatile Hosts hosts;
  private volatile boolean serving;

  private ServedDoor(
      String name, DoorPatterns patterns, ServletContext context, Redeployment redeployment) {
    this.name = name;
    this.patterns = patterns;
    this.redeployment = redeployment;
    this.destination = new DoorDestination(context);
    this.neighbours = DoorNeighbours.in(context);
    this.hosts = new Hosts(redeployment.inForce());
  }

  /**
   * Deploys a filter.
   *
   * @param type its class
   * @param policy the name of the policy that its declaration names
   * @throws dev.jaxrscors.policy.InvalidPolicyException if any policy is wrong
   */
  public static ServedDoor deploy(
      Class<?> type, FilterConfig config, Optional<String> policy, Setup inCode) {
    ServletContext context = config.getServletContext();
    String name = String.valueOf(config.getFilterName());
    DoorPatterns patterns = DoorPatterns.of(context.getFilterRegistration(name));
    DoorDeclaration declared = new DoorDeclaration(type, name, policy, patterns.path());
    Map<String, Object> properties = properties(config);
    Deployer deployer = new Deployer(inCode, declared, () -> Deployer.configuration(properties));
    HostDeployments deployments = deployer.deploy();
    DoorNames.add(declared);
    deployments.serve(Set.of());
    ServedDoor door =
        new ServedDoor(name, patterns, context, new Redeployment(deployer, deployments));
    door.neighbours.add(door);
    DoorFinder.addDoor();
    if (deployments.isOff()) {
      LOGGER.log(Level.INFO, "CORS is switched off: no policy of filter {0} is in force.", name);
    }
    return door;
  }

  /** Settings may stand in web.xml, as they may in the properties of an application elsewhere. */
  private static Map<String, Object> properties(FilterConfig config) {
    Map<String, Object> properties = new HashMap<>();
    ServletContext context = config.getServletContext();
    Collections.list(context.getInitParameterNames())
        .forEach(key -> properties.put(key, context.getInitParameter(key)));
    Collections.list(config.getInitParameterNames())
        .forEach(key -> properties.put(key, config.getInitParameter(key)));
    return properties;
  }

  /** Ends it. */
  public void end() {
    neighbours.remove(this);
    DoorFinder.removeDoor();
  }

  /** Reports whether a request is a preflight. */
  public static boolean isPreflight(HttpServletRequest request) {
    DoorExchange exchange = DoorExchange.of(request);
    return exchange == null
        ? DoorHost.incoming(request) != Incoming.WellFormed.ORDINARY
        : exchange.isPreflight();
  }

  DoorPatterns patterns() {
    return patterns;
  }

  /** Reports whether it goes before another one that is as near. */
  boolean isBefore(ServedDoor other) {
    return name.compareTo(other.name) < 0;
  }

  /** Filters a request. */
  public void filter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    DoorExchange exchange = DoorExchange.of(request);
    if (exchange != null) {
      again(exchange, request, response, chain);
    } else {
      neighbours.nearest(this, request).first(request, response, chain);
    }
  }

  /** Another dispatch of a request, or another filter on its way: one decides, and once. */
  private static void again(
      DoorExchange exchange,
      HttpServletRequest request,
      HttpServletResponse response,
      FilterChain chain)
      throws IOException, ServletException {
    boolean isWrapped =
        response instanceof DoorResponse
            || (response instanceof jakarta.servlet.ServletResponseWrapper wrapper
                && wrapper.isWrapperFor(DoorResponse.class));
    if (isWrapped || exchange.isPreflight() || response.isCommitted()) {
      chain.doFilter(request, response);
    } else {
      // The container has begun anew, with a page for an error.
      decorate(exchange, request, response, chain);
    }
  }

  private static void decorate(
      DoorExchange exchange,
      HttpServletRequest request,
      HttpServletResponse response,
      FilterChain chain)
      throws IOException, ServletException {
    DoorResponse decorated = new DoorResponse(exchange, response);
    decorated.put();
    DoorRequest behind = new DoorRequest(request, decorated, request.getMethod());
    if (exchange.host().deployment().setup().mapsUnhandledExceptions()) {
      answerExceptions(behind, decorated, chain);
    } else {
      chain.doFilter(behind, decorated);
    }
  }

  /** For one that nothing catches, a container begins anew by itself, without the fields. */
  private static void answerExceptions(
      DoorRequest request, DoorResponse response, FilterChain chain)
      throws IOException, ServletException {
    try {
      chain.doFilter(request, response);
    } catch (IOException | ServletException | RuntimeException e) {
      if (response.isCommitted()) {
        throw e;
      }
      LOGGER.log(Level.ERROR, "An exception that nothing else maps is answered with 500", e);
      response.sendError(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
    }
  }

  private void first(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    serve();
    DoorHost host = on(request);
    AppliedPolicy applied = host.deployment().door();
    if (redeployment.isReplaced(applied)) {
      host = on(request);
      applied = host.deployment().door();
    }
    if (applied instanceof AppliedPolicy.Governed door) {
      govern(new Arrival(request, response, chain), host, door);
    } else {
      chain.doFilter(request, response);
    }
  }

  /** A request, as it comes to the filter. */
  private record Arrival(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain) {}

  private void govern(Arrival arrival, DoorHost host, AppliedPolicy.Governed door)
      throws IOException, ServletException {
    HttpServletRequest request = arrival.request();
    Incoming incoming =
        isBegun(request) ? Incoming.WellFormed.ORDINARY : DoorHost.incoming(request);
    if (incoming == Incoming.WellFormed.ORDINARY) {
      actual(arrival, DoorExchange.actual(request, host, door));
    } else if (incoming instanceof Incoming.Malformed malformed) {
      host.notifier().preflight(request, malformed.verdict(), door);
      DoorAnswers.preflight(arrival.response(), malformed.verdict(), host.deployment().setup());
    } else if (destination.isRest(request)) {
      letThrough(arrival, DoorExchange.preflight(request, host, door));
    } else {
      answer(arrival, DoorExchange.preflight(request, host, door));
    }
  }

  /** Something has run already, and this is its error, or its part. */
  private static boolean isBegun(HttpServletRequest request) {
    DispatcherType type = request.getDispatcherType();
    return type != DispatcherType.REQUEST && type != DispatcherType.FORWARD;
  }

  private static void answer(Arrival arrival, DoorExchange exchange) throws IOException {
    DoorAnswers.preflight(
        arrival.response(), exchange.verdict(), exchange.host().deployment().setup());
  }

  private void letThrough(Arrival arrival, DoorExchange exchange)
      throws IOException, ServletException {
    exchange.attach();
    DoorHeldResponse held = new DoorHeldResponse(exchange, arrival.response());
    String method = DoorFinder.knowsApplication() ? "OPTIONS" : DoorRequest.NO_METHOD;
    arrival.chain().doFilter(new DoorRequest(arrival.request(), held, method), held);
    if (exchange.isDecided()) {
      held.put();
    } else if (exchange.isLeft() || !(exchange.isEntered() || DoorFinder.knowsApplication())) {
      answer(arrival, exchange);
    } else {
      // What Jakarta REST has not matched, its log tells; what has not come there, this one.
      if (!exchange.isEntered()) {
        exchange.noteIntercepted(held.getStatus());
      }
      DoorAnswers.unjudged(arrival.response(), held.getStatus());
    }
  }

  private void actual(Arrival arrival, DoorExchange exchange) throws IOException, ServletException {
    boolean isRest = destination.isRest(arrival.request());
    // Where there may be no filters of ours that could reject it, it is rejected here.
    boolean isLeftToRest = isRest && DoorFinder.knowsApplication();
    if (!isLeftToRest && exchange.isRejected()) {
      DoorAnswers.rejection(arrival.response(), exchange.verdict());
      return;
    }
    exchange.attach();
    if (isRest) {
      late(arrival, exchange);
    } else {
      decorate(exchange, arrival.request(), arrival.response(), arrival.chain());
    }
  }

  /** Leaves the fields to whoever decides in Jakarta REST, and puts those that nobody has. */
  private static void late(Arrival arrival, DoorExchange exchange)
      throws IOException, ServletException {
    HttpServletRequest request = arrival.request();
    DoorResponse response = new DoorResponse(exchange, arrival.response());
    try {
      arrival.chain().doFilter(new DoorRequest(request, response, request.getMethod()), response);
    } finally {
      if (!response.isGoing()) {
        response.put();
      }
    }
  }

  /** The first request may find beans that were not there when the filter was made. */
  private void serve() {
    if (!serving) {
      serveFirst();
    }
    redeployment.tick();
  }

  private synchronized void serveFirst() {
    if (!serving) {
      try {
        redeployment.listeners().addBeans();
      } finally {
        serving = true;
      }
    }
  }

  private DoorHost on(HttpServletRequest request) {
    Hosts current = hosts;
    HostDeployments inForce = redeployment.inForce();
    if (current.deployments != inForce) {
      current = new Hosts(inForce);
      hosts = current;
    }
    return current.on(request);
  }

  /** The hosts of one deployment. */
  private final class Hosts {

    private final HostDeployments deployments;
    private final RequestHost requestHost;
    private final DoorHost others;
    private final Map<String, DoorHost> byHost = new HashMap<>();

    Hosts(HostDeployments deployments) {
      this.deployments = deployments;
      this.requestHost =
          deployments.trustsForwarded() ? RequestHost.FORWARDED : RequestHost.REQUESTED;
      this.others = served(deployments.others());
      deployments.byHost().forEach((host, deployment) -> byHost.put(host, served(deployment)));
    }

    private DoorHost served(Deployment deployment) {
      SameOrigin sameOrigin = new SameOrigin(requestHost, deployments.ownOrigins());
      return new DoorHost(deployment, sameOrigin, spent, redeployment.listeners());
    }

    DoorHost on(HttpServletRequest request) {
      return byHost.isEmpty()
          ? others
          : byHost.getOrDefault(requestHost.of(request, others), others);
    }
  }
}
