package dev.jaxrscors.internal.filter;

import dev.jaxrscors.Target;
import dev.jaxrscors.internal.deploy.AppliedPolicy;
import dev.jaxrscors.internal.deploy.Deployment;
import dev.jaxrscors.internal.deploy.Listeners;
import dev.jaxrscors.internal.deploy.OwnOptions;
import dev.jaxrscors.internal.resource.RequestPath;
import dev.jaxrscors.internal.runtime.RemoteAddress;
import dev.jaxrscors.internal.runtime.RuntimeMatch;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Method;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An application on one of its hosts, while it serves requests. */
final class ServedHost implements RestSource {

  private final Deployment deployment;
  private final SameOrigin sameOrigin;
  private final MatchedPath matchedPath;
  private final RuntimeMatch matched = new RuntimeMatch();
  private final RemoteAddress addresses;
  private final RefusalLog<ContainerRequestContext> refusals;
  private final Notifier<ContainerRequestContext> notifier;

  ServedHost(
      Deployment deployment,
      SameOrigin sameOrigin,
      RefusalLog.Spent spent,
      Listeners listeners,
      RemoteAddress addresses) {
    this.deployment = deployment;
    this.sameOrigin = sameOrigin;
    this.addresses = addresses;
    this.matchedPath = new MatchedPath(deployment::shape);
    this.refusals = RefusalLog.of(spent, deployment.setup(), this);
    this.notifier = new Notifier<>(refusals, listeners, this);
  }

  Deployment deployment() {
    return deployment;
  }

  /** Returns the match by the request itself, or else the one that the runtime injected. */
  @Nullable ResourceInfo matched(ContainerRequestContext request, @Nullable ResourceInfo injected) {
    // On Jersey the injected one is a slow proxy, and the UriInfo of the request is one itself.
    ResourceInfo found =
        request.getUriInfo() instanceof ResourceInfo direct ? direct : matched.of(request);
    return found == null ? injected : found;
  }

  /** Returns who decides about a method of a class below parents, nearest first. */
  AppliedPolicy applied(
      ContainerRequestContext request, Class<?> type, Method method, List<Class<?>> parents) {
    AppliedPolicy found = deployment.applied(type, method, parents);
    return found == AppliedPolicy.Ungoverned.UNLISTED
        ? deployment.appliedToProgram(
            type, method, parents, same -> matchedPath.verbs(request, same))
        : found;
  }

  /** Returns the target of a request, for code that decides on its origin. */
  @Override
  public Target target(ContainerRequestContext request, String path) {
    return new RequestTarget(request, path, sameOrigin.host(), matchedPath);
  }

  @Override
  public String address(ContainerRequestContext request) {
    return addresses.of(request);
  }

  /**
   * Reports whether an {@code OPTIONS} request is left to a hand-written method, because no policy
   * has a say on its path.
   */
  boolean leaves(ContainerRequestContext request) {
    OwnOptions own = deployment.ownOptions();
    return !own.isEmpty() && own.answer(RequestPath.of(Requests.encodedPath(request.getUriInfo())));
  }

  /** Reports whether a request comes from a page of this server. */
  @Override
  public boolean isSameOrigin(ContainerRequestContext request) {
    return sameOrigin.sent(request, this);
  }

  RefusalLog<ContainerRequestContext> refusals() {
    return refusals;
  }

  Notifier<ContainerRequestContext> notifier() {
    return notifier;
  }

  /** Logs a response of no resource that no page can read. */
  void logUnreadable(ContainerRequestContext request, ContainerResponseContext response) {
    if (deployment.isPolicyPossible()
        && !Requests.origins(request).isEmpty()
        && isOfScript(request)
        && !isSameOrigin(request)) {
      refusals.unreadable(request, response);
    }
  }
}
