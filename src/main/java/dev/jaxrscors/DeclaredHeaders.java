package dev.jaxrscors;

import dev.jaxrscors.fetch.HeaderName;
import dev.jaxrscors.fetch.InvalidValueException;
import dev.jaxrscors.policy.Policy;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.util.ArrayList;
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
    List<Member> parameters = Member.parametersOf(method.annotated());
    parameters.forEach(declared::addMember);
    declared.addConditional(parameters);
    return declared.names;
  }

  private void addMembers(Class<?> type) {
    if (!seen.add(type)) {
      return;
    }
    for (Class<?> c : Hierarchy.superclasses(type)) {
      Arrays.stream(c.getDeclaredFields()).forEach(f -> addMember(Member.of(f, f.getType())));
      Arrays.stream(c.getDeclaredMethods()).forEach(this::addSetter);
    }
    for (Constructor<?> constructor : type.getDeclaredConstructors()) {
      Member.parametersOf(constructor).forEach(this::addMember);
    }
  }

  private void addSetter(Method method) {
    if (method.getName().startsWith("set") && method.getParameterCount() == 1) {
      addMember(Member.of(method, method.getParameterTypes()[0]));
    }
  }

  private void addMember(Member member) {
    for (Annotation annotation : member.annotations) {
      if (annotation instanceof HeaderParam header) {
        add(header.value());
      } else if (annotation instanceof BeanParam) {
        addMembers(member.type);
      }
    }
  }

  private void addConditional(List<Member> parameters) {
    for (Member parameter : parameters) {
      if (parameter.type == Request.class
          && parameter.annotations.stream().anyMatch(Context.class::isInstance)) {
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

  /** What a value is injected into: a field, a setter, a parameter. */
  private record Member(List<Annotation> annotations, Class<?> type) {

    static Member of(AnnotatedElement element, Class<?> type) {
      return new Member(List.of(element.getAnnotations()), type);
    }

    /**
     * All at once: asked for its annotations one after the other, each parameter has the class file
     * parsed anew.
     */
    static List<Member> parametersOf(Executable executable) {
      Annotation[][] annotations = executable.getParameterAnnotations();
      Class<?>[] types = executable.getParameterTypes();
      // What the compiler puts in front, such as an outer instance, has no annotations.
      int implicit = types.length - annotations.length;
      List<Member> parameters = new ArrayList<>(annotations.length);
      for (int i = 0; i < annotations.length; i++) {
        parameters.add(new Member(List.of(annotations[i]), types[implicit + i]));
      }
      return parameters;
    }
  }
}
