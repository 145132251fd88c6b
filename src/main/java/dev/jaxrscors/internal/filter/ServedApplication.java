package dev.jaxrscors.internal.filter;

import dev.jaxrscors.internal.deploy.Deployment;
import dev.jaxrscors.internal.deploy.HostDeployments;
import dev.jaxrscors.internal.runtime.Cxf;
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

  ServedHost on(ContainerRequestContext request) {
    return byHost.isEmpty() ? others : byHost.getOrDefault(requestHost.of(request), others);
  }

  /** Serves requests from now on; the first one may reveal filters that were registered late. */
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
