package dev.jaxrscors.internal.filter;

import dev.jaxrscors.internal.deploy.AppliedPolicy;
import dev.jaxrscors.internal.deploy.Deployment;
import dev.jaxrscors.internal.deploy.HostDeployments;
import dev.jaxrscors.internal.deploy.Listeners;
import dev.jaxrscors.internal.deploy.Redeployment;
import dev.jaxrscors.internal.runtime.Cxf;
import dev.jaxrscors.internal.runtime.RemoteAddress;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.HashMap;
import java.util.Map;

/**
 * An application on all of its hosts, while it serves requests.
 *
 * <p>Each filter of one registration holds it; a feature does not, because runtimes drop or double
 * the instances of features.
 */
final class ServedApplication {

  private final Redeployment redeployment;
  private final RemoteAddress addresses;
  private volatile Hosts hosts;
  private final RefusalLog.Spent spent = new RefusalLog.Spent(System::nanoTime);
  private volatile boolean serving;

  ServedApplication(Redeployment redeployment, RemoteAddress addresses) {
    this.redeployment = redeployment;
    this.addresses = addresses;
    this.hosts = hosts(redeployment.inForce());
  }

  private Hosts hosts(HostDeployments deployments) {
    return new Hosts(deployments, spent, redeployment.listeners(), addresses);
  }

  /** Returns the host that a request is sent to, with the policies that are in force now. */
  ServedHost on(ContainerRequestContext request) {
    Hosts current = hosts;
    HostDeployments inForce = redeployment.inForce();
    if (current.deployments != inForce) {
      current = hosts(inForce);
      hosts = current;
    }
    return current.on(request);
  }

  /** Returns the host of a request; another one if what was to decide has just been replaced. */
  ServedHost on(ContainerRequestContext request, ServedHost host, AppliedPolicy applied) {
    return redeployment.isReplaced(applied) ? on(request) : host;
  }

  /** Reports whether other policies may come into force while requests run. */
  boolean mayChange() {
    return redeployment.inForce().mayChange();
  }

  /** Serves requests from now on; the first one may reveal filters that were registered late. */
  void serve(ContainerRequestContext request) {
    if (!serving) {
      serveFirst(request);
    }
    redeployment.tick();
  }

  private synchronized void serveFirst(ContainerRequestContext first) {
    if (!serving) {
      try {
        redeployment.inForce().serve(Cxf.requestFilters(first));
        redeployment.listeners().addBeans();
      } finally {
        serving = true;
      }
    }
  }

  /** The hosts of one deployment. */
  private static final class Hosts {

    private final HostDeployments deployments;
    private final RequestHost requestHost;
    private final ServedHost others;
    private final Map<String, ServedHost> byHost;

    Hosts(
        HostDeployments deployments,
        RefusalLog.Spent spent,
        Listeners listeners,
        RemoteAddress addresses) {
      this.deployments = deployments;
      this.requestHost =
          deployments.trustsForwarded() ? RequestHost.FORWARDED : RequestHost.REQUESTED;
      SameOrigin sameOrigin = new SameOrigin(requestHost, deployments.ownOrigins());
      this.others = new ServedHost(deployments.others(), sameOrigin, spent, listeners, addresses);
      Map<Deployment, ServedHost> served = new HashMap<>();
      Map<String, ServedHost> named = new HashMap<>();
      deployments
          .byHost()
          .forEach(
              (host, deployment) ->
                  named.put(
                      host,
                      served.computeIfAbsent(
                          deployment,
                          d -> new ServedHost(d, sameOrigin, spent, listeners, addresses))));
      this.byHost = Map.copyOf(named);
    }

    ServedHost on(ContainerRequestContext request) {
      return byHost.isEmpty()
          ? others
          : byHost.getOrDefault(requestHost.of(request, RestReader.INSTANCE), others);
    }
  }
}
