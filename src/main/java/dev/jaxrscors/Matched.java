package dev.jaxrscors;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds out who decides about the resource method that the runtime has matched. */
final class Matched {

  private Matched() {}

  /** Returns who decides, or null when no resource method was matched. */
  static @Nullable Governance governance(
      ContainerRequestContext request, ResourceInfo injected, Deployment deployment) {
    ResourceInfo matched = resourceInfo(request, injected);
    Method method = matched.getResourceMethod();
    Class<?> type = matched.getResourceClass();
    // Some runtimes name the root class for a path below it that nothing matches.
    if (method == null || type == null) {
      return null;
    }
    Governance governance =
        deployment.governance(type, method, parents(request.getUriInfo(), type));
    return governance == Governance.Ungoverned.LOCATOR ? null : governance;
  }

  /** On Jersey the injected one is a slow proxy, and the UriInfo of the request is one itself. */
  private static ResourceInfo resourceInfo(ContainerRequestContext request, ResourceInfo injected) {
    return request.getUriInfo() instanceof ResourceInfo direct ? direct : injected;
  }

  private static List<Class<?>> parents(UriInfo uri, Class<?> type) {
    List<Object> matched = uri.getMatchedResources();
    if (matched.size() < 2) {
      return List.of();
    }
    List<Class<?>> parents = new ArrayList<>(matched.size());
    for (Object resource : matched) {
      parents.add(resource instanceof Class<?> c ? c : resource.getClass());
    }
    return Hierarchy.unproxied(parents.get(0)) == Hierarchy.unproxied(type)
        ? parents.subList(1, parents.size())
        : parents;
  }
}
