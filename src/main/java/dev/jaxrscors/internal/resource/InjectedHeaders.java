package dev.jaxrscors.internal.resource;

import dev.jaxrscors.fetch.HeaderName;
import dev.jaxrscors.fetch.InvalidValueException;
import dev.jaxrscors.internal.runtime.InjectingAnnotation;
import java.lang.annotation.Annotation;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.MalformedParameterizedTypeException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The request headers that a runtime injects: into parameters, fields and setters, and into those
 * of the beans that it makes for them.
 *
 * <p>Left out silently is what no script can set, and what proxies assert or overrides the method,
 * which must be named to be allowed.
 */
final class InjectedHeaders {

  /** One class, as far as its type arguments matter: {@code Page<Filter>} is read beside others. */
  private record Bean(Class<?> type, TypeArguments arguments) {}

  private final Set<HeaderName> names = new LinkedHashSet<>();
  private final Set<Bean> seen = new HashSet<>();

  private InjectedHeaders() {}

  /** Returns what is injected into the members of a class. */
  static Set<HeaderName> ofMembers(Class<?> type) {
    InjectedHeaders injected = new InjectedHeaders();
    injected.addBean(type, TypeArguments.of(type));
    return injected.names;
  }

  /**
   * Returns what is injected into the parameters of a method, in their order.
   *
   * @param method the method that carries the annotations
   * @param resource the class that says what type variables stand for
   */
  static Set<HeaderName> ofParameters(Method method, Class<?> resource) {
    InjectedHeaders injected = new InjectedHeaders();
    TypeArguments arguments = TypeArguments.of(resource);
    for (Injected parameter : Injected.parametersOf(method)) {
      injected.add(parameter, arguments);
      if (parameter.annotations().isEmpty()) {
        injected.addUnannotated(parameter.type(), arguments);
      }
    }
    return injected.names;
  }

  private void add(Injected member, TypeArguments arguments) {
    for (Annotation annotation : member.annotations()) {
      InjectingAnnotation.header(annotation, member.name()).ifPresent(this::add);
      if (InjectingAnnotation.isBean(annotation)) {
        addBean(member.type(), arguments);
      }
    }
  }

  /**
   * Quarkus REST makes a bean of any class that holds annotated fields. Elsewhere such a parameter
   * is the entity, which has none.
   */
  private void addUnannotated(Type type, TypeArguments arguments) {
    Class<?> raw = arguments.erased(type);
    if (raw.isPrimitive() || raw.isArray() || raw.isEnum() || raw.isInterface()) {
      return;
    }
    try {
      addBean(type, arguments);
    } catch (LinkageError | TypeNotPresentException | MalformedParameterizedTypeException e) {
      // An entity may have fields of classes that are not there: it is no bean of a runtime then.
      return;
    }
  }

  private void addBean(Type named, TypeArguments arguments) {
    Class<?> type = arguments.erased(named);
    TypeArguments inner = arguments.within(named);
    if (type.getName().startsWith("java.") || !seen.add(new Bean(type, inner))) {
      return;
    }
    for (Class<?> c : Hierarchy.superclasses(type)) {
      Arrays.stream(c.getDeclaredFields()).forEach(f -> addField(f, inner));
      Arrays.stream(c.getDeclaredMethods()).forEach(m -> addSetter(m, inner));
    }
    for (Constructor<?> constructor : type.getDeclaredConstructors()) {
      Injected.parametersOf(constructor).forEach(parameter -> add(parameter, inner));
    }
  }

  private void addField(Field field, TypeArguments arguments) {
    if (!Modifier.isStatic(field.getModifiers())) {
      add(Injected.of(field), arguments);
    }
  }

  private void addSetter(Method method, TypeArguments arguments) {
    if (method.getName().startsWith("set") && method.getParameterCount() == 1) {
      add(Injected.ofSetter(method), arguments);
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
}
