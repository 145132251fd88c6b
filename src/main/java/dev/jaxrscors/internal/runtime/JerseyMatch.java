package dev.jaxrscors.internal.runtime;

import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What Jersey tells of a match in words of its own: the templates, and what else is registered on
 * the same path.
 *
 * <p>It is asked by name, since it need not be on the class path. Where the names are unknown,
 * nothing is told.
 */
public final class JerseyMatch {

  private static final String PACKAGE = "org.glassfish.jersey.";

  /**
   * What code has registered.
   *
   * @param verb the verb that it answers
   * @param type the class that handles it
   * @param method the method that does
   */
  public record Registered(String verb, Class<?> type, Method method) {}

  /** What a UriInfo of each class is asked by, if it is one of Jersey. */
  private final Map<Class<?>, Optional<Words>> words = new ConcurrentHashMap<>();

  /** Returns the templates that were matched, outermost first; none if Jersey does not tell. */
  public List<String> templates(UriInfo uri) {
    return words(uri).map(w -> w.templates(uri)).orElse(List.of());
  }

  /** Returns what is registered on the path that was matched; nothing if Jersey does not tell. */
  public List<Registered> registered(UriInfo uri) {
    return words(uri).map(w -> w.registered(uri)).orElse(List.of());
  }

  private Optional<Words> words(UriInfo uri) {
    return words.computeIfAbsent(uri.getClass(), Words::of);
  }

  /** The names, found where a runtime is loaded from. */
  private record Words(
      Method templates,
      Method template,
      Method resource,
      Method methods,
      Method verb,
      Method invocable,
      Method handler,
      Method handlerClass,
      Method handling) {

    static Optional<Words> of(Class<?> uri) {
      try {
        Class<?> info = type(uri, "server.ExtendedUriInfo");
        return info.isAssignableFrom(uri) ? Optional.of(words(uri, info)) : Optional.empty();
      } catch (ReflectiveOperationException | LinkageError e) {
        // Another runtime, or another Jersey than those that are known.
        return Optional.empty();
      }
    }

    private static Words words(Class<?> uri, Class<?> info) throws ReflectiveOperationException {
      Class<?> method = type(uri, "server.model.ResourceMethod");
      Class<?> invocable = type(uri, "server.model.Invocable");
      return new Words(
          info.getMethod("getMatchedTemplates"),
          type(uri, "uri.UriTemplate").getMethod("getTemplate"),
          info.getMethod("getMatchedModelResource"),
          type(uri, "server.model.Resource").getMethod("getResourceMethods"),
          method.getMethod("getHttpMethod"),
          method.getMethod("getInvocable"),
          invocable.getMethod("getHandler"),
          type(uri, "server.model.MethodHandler").getMethod("getHandlerClass"),
          invocable.getMethod("getHandlingMethod"));
    }

    private static Class<?> type(Class<?> uri, String name) throws ClassNotFoundException {
      return Class.forName(PACKAGE + name, false, uri.getClassLoader());
    }

    List<String> templates(UriInfo uri) {
      try {
        List<String> told = new ArrayList<>();
        for (Object matched : (List<?>) templates.invoke(uri)) {
          told.add((String) template.invoke(matched));
        }
        Collections.reverse(told);
        return told;
      } catch (ReflectiveOperationException e) {
        return List.of();
      }
    }

    List<Registered> registered(UriInfo uri) {
      try {
        List<Registered> told = new ArrayList<>();
        Object matched = resource.invoke(uri);
        if (matched != null) {
          for (Object each : (List<?>) methods.invoke(matched)) {
            told.add(registered(each));
          }
        }
        return told;
      } catch (ReflectiveOperationException e) {
        return List.of();
      }
    }

    private Registered registered(Object each) throws ReflectiveOperationException {
      Object invoked = invocable.invoke(each);
      return new Registered(
          (String) verb.invoke(each),
          (Class<?>) handlerClass.invoke(handler.invoke(invoked)),
          (Method) handling.invoke(invoked));
    }
  }
}
