package dev.jaxrscors.internal.resource;

import dev.jaxrscors.fetch.HeaderName;
import dev.jaxrscors.policy.Policy;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The request headers that a resource method declares: what it reads, a page may send.
 *
 * @param names their names, but for {@code Authorization}, in the order of the declarations
 * @param isGuarded whether a role, or nobody, may call the method
 * @param bindings the annotations by which filters are bound to the method
 */
public record DeclaredHeaders(
    Set<HeaderName> names, boolean isGuarded, Set<Class<? extends Annotation>> bindings) {

  private static final HeaderName CONTENT_TYPE = HeaderName.of("Content-Type");
  private static final HeaderName AUTHORIZATION = HeaderName.of("Authorization");
  private static final HeaderName LAST_EVENT_ID = HeaderName.of("Last-Event-ID");
  private static final List<HeaderName> CONDITIONAL =
      List.of(
          HeaderName.of("If-Match"),
          HeaderName.of("If-None-Match"),
          HeaderName.of("If-Modified-Since"),
          HeaderName.of("If-Unmodified-Since"));

  /** Returns what a resource method itself declares. */
  public static DeclaredHeaders of(ResourceMethod method) {
    Set<HeaderName> names = new LinkedHashSet<>();
    names.add(CONTENT_TYPE);
    names.addAll(ofParameters(method.annotated(), method.resource()));
    if (Events.areSentBy(method)) {
      names.add(LAST_EVENT_ID);
    }
    return new DeclaredHeaders(names, Guards.areOn(method), Guards.bindingsOn(method));
  }

  /**
   * Returns the names that the parameters of a method declare: of a resource method, or of a
   * locator, which runs before what it leads to.
   */
  static Set<HeaderName> ofParameters(Method annotated, Class<?> resource) {
    Set<HeaderName> names = new LinkedHashSet<>(InjectedHeaders.ofParameters(annotated, resource));
    if (looksAtConditions(annotated)) {
      names.addAll(CONDITIONAL);
    }
    return names;
  }

  private static boolean looksAtConditions(Method method) {
    return List.of(method.getParameterTypes()).contains(Request.class)
        && Injected.parametersOf(method).stream()
            .filter(parameter -> parameter.type() == Request.class)
            .flatMap(parameter -> parameter.annotations().stream())
            .anyMatch(Context.class::isInstance);
  }

  /**
   * Returns the names under a policy. {@code Authorization} is never allowed to everybody without
   * being named.
   */
  public Set<HeaderName> under(Policy policy, Authentication authentication) {
    if (policy.isPublic() || !(isGuarded || authentication.guards(bindings))) {
      return names;
    }
    Set<HeaderName> all = new LinkedHashSet<>();
    all.add(CONTENT_TYPE);
    all.add(AUTHORIZATION);
    all.addAll(names);
    return all;
  }
}
