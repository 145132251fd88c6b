package dev.jaxrscors.internal.filter;

import dev.jaxrscors.internal.deploy.Deployment;
import dev.jaxrscors.internal.deploy.HostDeployments;
import dev.jaxrscors.internal.runtime.Cxf;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.HashMap;
import java.util.Map;

/**
 * An application on all of its hosts, as requests meet it.
 *
 * <p>Each filter of one registration holds it; a feature does not, because runtimes drop or double
 * the instances of features.
 */
final class ServedApplication {

  private final HostDeployments deployments;
  private final RequestHost requestHost;
  private final ServedHost others;
  private final Map<String, ServedHost> byHost;
  private volatile boolean serving;

  ServedApplication(HostDeployments deployments) {
    this.deployments = deployments;
    this.requestHost =
        deployments.trustsForwarded() ? RequestHost.FORWARDED : RequestHost.REQUESTED;
    SameOrigin sameOrigin = new SameOrigin(requestHost, deployments.ownOrigins());
    this.others = new ServedHost(deployments.others(), sameOrigin);
    Map<Deployment, ServedHost> served = new HashMap<>();
    Map<String, ServedHost> named = new HashMap<>();
    deployments
        .byHost()
        .forEach(
            (host, deployment) ->
                named.put(
                    host, served.computeIfAbsent(deployment, d -> new ServedHost(d, sameOrigin))));
    this.byHost = Map.copyOf(named);
  }

  /** Returns the host that a request is sent to. */
  ServedHost on(ContainerRequestContext request) {
    return byHost.isEmpty() ? others : byHost.getOrDefault(requestHost.of(request), others);
  }

  /**
   * Says that requests are served from now on.
   *
   * @param first a request, which may tell of what else was registered
   */
  void serve(ContainerRequestContext first) {
    if (!serving) {
      serveFirst(first);
    }
  }

  private synchronized void serveFirst(ContainerRequestContext first) {
    if (!serving) {
      deployments.serve(Cxf.requestFilters(first));
      serving = true;
    }
  }
}
