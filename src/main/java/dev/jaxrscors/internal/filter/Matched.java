package dev.jaxrscors.internal.filter;

import dev.jaxrscors.internal.deploy.AppliedPolicy;
import dev.jaxrscors.internal.resource.Hierarchy;
import dev.jaxrscors.internal.runtime.ForeignClasses;
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

  static AppliedPolicy applied(
      ContainerRequestContext request, @Nullable ResourceInfo injected, ServedHost host) {
    ResourceInfo matched = host.matched(request, injected);
    Method method = matched == null ? null : matched.getResourceMethod();
    Class<?> named = matched == null ? null : matched.getResourceClass();
    // Some runtimes name the root class for a path below it that nothing matches.
    if (method == null || named == null) {
      return AppliedPolicy.Ungoverned.UNMATCHED;
    }
    List<Object> resources = request.getUriInfo().getMatchedResources();
    Class<?> type = serving(named, resources);
    return host.applied(request, type, method, parents(resources, type));
  }

  /** Reports whether a resource of Jersey's own answers: for {@code OPTIONS}, or WADL. */
  static boolean isOfRuntime(ContainerRequestContext request) {
    return request.getUriInfo() instanceof ResourceInfo matched
        && matched.getResourceClass() != null
        && ForeignClasses.isOfJersey(matched.getResourceClass());
  }

  /** Reports whether a root resource was matched, though no method of a resource was. */
  static boolean isBelowRoot(ContainerRequestContext request) {
    return !request.getUriInfo().getMatchedResources().isEmpty();
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

  /** CXF has classes, others instances. */
  private static Class<?> classOf(Object resource) {
    return resource instanceof Class<?> type ? type : resource.getClass();
  }
}
