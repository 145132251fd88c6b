package dev.jaxrscors;

import dev.jaxrscors.fetch.HeaderName;
import dev.jaxrscors.fetch.InvalidValueException;
import dev.jaxrscors.policy.Policy;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The request headers that a resource method declares: what it reads, a page may send.
 *
 * <p>Left out silently is what no script can set, and what proxies assert or overrides the method,
 * which must be named to be allowed.
 */
final class DeclaredHeaders {

  private static final List<String> CONDITIONAL =
      List.of("If-Match", "If-None-Match", "If-Modified-Since", "If-Unmodified-Since");

  // By name, because the annotations are optional on the class path of an application.
  private static final String SECURITY = "jakarta.annotation.security.";
  private static final Set<String> GUARDS = Set.of(SECURITY + "RolesAllowed", SECURITY + "DenyAll");
  private static final String OPEN = SECURITY + "PermitAll";

  private final Set<HeaderName> names = new LinkedHashSet<>();
  private final Set<Class<?>> seen = new HashSet<>();

  private DeclaredHeaders() {}

  /** Returns the names that the members of a class declare, for each of its resource methods. */
  static Set<HeaderName> ofMembers(Class<?> resource) {
    DeclaredHeaders declared = new DeclaredHeaders();
    declared.addMembers(resource);
    return declared.names;
  }

  /** Returns the names that a method itself declares, in the order they are met. */
  static Set<HeaderName> of(ResourceMethod method, Policy policy) {
    DeclaredHeaders declared = new DeclaredHeaders();
    declared.add("Content-Type");
    if (!policy.isPublic() && isGuarded(method)) {
      declared.add("Authorization");
    }
    declared.addParameters(method.annotated());
    declared.addConditional(method.annotated());
    return declared.names;
  }

  private void addMembers(Class<?> type) {
    if (!seen.add(type)) {
      return;
    }
    for (Class<?> c : Hierarchy.superclasses(type)) {
      Arrays.stream(c.getDeclaredFields()).forEach(f -> addMember(f, f.getType()));
      Arrays.stream(c.getDeclaredMethods()).forEach(this::addSetter);
    }
    Arrays.stream(type.getDeclaredConstructors()).forEach(this::addParameters);
  }

  private void addSetter(Method method) {
    if (method.getName().startsWith("set") && method.getParameterCount() == 1) {
      addMember(method, method.getParameterTypes()[0]);
    }
  }

  private void addParameters(Executable executable) {
    for (Parameter parameter : executable.getParameters()) {
      addMember(parameter, parameter.getType());
    }
  }

  private void addMember(AnnotatedElement element, Class<?> type) {
    HeaderParam header = element.getAnnotation(HeaderParam.class);
    if (header != null) {
      add(header.value());
    }
    if (element.isAnnotationPresent(BeanParam.class)) {
      addMembers(type);
    }
  }

  private void addConditional(Method method) {
    for (Parameter parameter : method.getParameters()) {
      if (parameter.isAnnotationPresent(Context.class) && parameter.getType() == Request.class) {
        CONDITIONAL.forEach(this::add);
      }
    }
  }

  private void add(String value) {
    try {
      HeaderName name = HeaderName.of(value);
      if (!name.isForbiddenRequestHeader() && !name.isAssertedByProxies()) {
        names.add(name);
      }
    } catch (InvalidValueException e) {
      // No request can have such a header: there is nothing to allow.
      return;
    }
  }

  /** Reports whether a role, or nobody, may call the method; what is nearest decides. */
  private static boolean isGuarded(ResourceMethod method) {
    List<Class<?>> types = Hierarchy.types(method.resource());
    return Stream.concat(
            types.stream()
                .flatMap(t -> Hierarchy.declared(t, method.method(), method.resource()).stream()),
            types.stream())
        .flatMap(element -> Arrays.stream(element.getDeclaredAnnotations()))
        .map(annotation -> annotation.annotationType().getName())
        .filter(name -> GUARDS.contains(name) || OPEN.equals(name))
        .findFirst()
        .map(GUARDS::contains)
        .orElse(false);
  }
}
