package dev.jaxrscors;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds out who decides about the resource method that the runtime has matched. */
final class Matched {

  private Matched() {}

  /**
   * Returns who decides, or null when no resource method was matched.
   *
   * @param injected what the runtime has injected, if it injects anything
   */
  static @Nullable Governance governance(
      ContainerRequestContext request, @Nullable ResourceInfo injected, Deployment deployment) {
    UriInfo uri = request.getUriInfo();
    // On Jersey the injected one is a slow proxy, and the UriInfo of the request is one itself.
    ResourceInfo told =
        uri instanceof ResourceInfo direct ? direct : deployment.matched().of(request);
    ResourceInfo matched = told == null ? injected : told;
    return matched == null ? null : told(request, matched, deployment);
  }

  /**
   * Returns the same on the way out: what was kept on the way in, or what the request itself tells.
   * Nothing is injected a second time: it would be dear, and a response that another thread resumes
   * may find nothing to inject.
   */
  static @Nullable Governance keptGovernance(
      ContainerRequestContext request, @Nullable Progress kept, Deployment deployment) {
    return kept instanceof Governance governance
        ? governance
        : governance(request, null, deployment);
  }

  /**
   * Reports whether it is a resource of Jersey's own that answers: for {@code OPTIONS}, or WADL.
   */
  static boolean isOfRuntime(ContainerRequestContext request) {
    return request.getUriInfo() instanceof ResourceInfo matched
        && matched.getResourceClass() != null
        && matched.getResourceClass().getName().startsWith("org.glassfish.jersey.");
  }

  /** Reports whether a root resource was matched, though no method of a resource was. */
  static boolean isBelowRoot(ContainerRequestContext request) {
    return !request.getUriInfo().getMatchedResources().isEmpty();
  }

  private static @Nullable Governance told(
      ContainerRequestContext request, ResourceInfo matched, Deployment deployment) {
    Method method = matched.getResourceMethod();
    Class<?> named = matched.getResourceClass();
    // Some runtimes name the root class for a path below it that nothing matches.
    if (method == null || named == null) {
      return null;
    }
    List<Object> resources = request.getUriInfo().getMatchedResources();
    Class<?> type = serving(named, resources);
    List<Class<?>> parents = parents(resources, type);
    Governance governance = deployment.governance(type, method, parents);
    if (governance == Governance.Ungoverned.UNLISTED) {
      return deployment.programGovernance(request, type, method, parents);
    }
    return governance == Governance.Ungoverned.LOCATOR ? null : governance;
  }

  /** Returns the classes that a request was led through, that of the resource first. */
  static List<Class<?>> classes(UriInfo uri) {
    return uri.getMatchedResources().stream().<Class<?>>map(Matched::classOf).toList();
  }

  /** Where a class inherits its path, RESTEasy names the class or interface that it comes from. */
  private static Class<?> serving(Class<?> named, List<Object> resources) {
    Class<?> nearest = resources.isEmpty() ? named : classOf(resources.get(0));
    return named.isAssignableFrom(nearest) && !Proxy.isProxyClass(nearest) ? nearest : named;
  }

  private static List<Class<?>> parents(List<Object> resources, Class<?> type) {
    if (resources.size() < 2) {
      return List.of();
    }
    List<Class<?>> parents = new ArrayList<>(resources.size());
    resources.forEach(resource -> parents.add(classOf(resource)));
    return Hierarchy.unproxied(parents.get(0)) == Hierarchy.unproxied(type)
        ? parents.subList(1, parents.size())
        : parents;
  }

  /** CXF tells classes, others instances. */
  private static Class<?> classOf(Object resource) {
    return resource instanceof Class<?> type ? type : resource.getClass();
  }
}
