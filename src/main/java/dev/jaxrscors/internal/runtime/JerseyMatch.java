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
 * Reads from Jersey what a request was matched with: the templates, and what else is registered on
 * the same path. By name, since Jersey need not be on the class path; nothing is read where the
 * names are unknown.
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

  /** The getters of each class of UriInfo, if it is one of Jersey. */
  private final Map<Class<?>, Optional<Getters>> known = new ConcurrentHashMap<>();

  /** Returns the templates that were matched, outermost first; none on other runtimes. */
  public List<String> templates(UriInfo uri) {
    return getters(uri).map(g -> g.templates(uri)).orElse(List.of());
  }

  /** Returns what is registered on the path that was matched; nothing on other runtimes. */
  public List<Registered> registered(UriInfo uri) {
    return getters(uri).map(g -> g.registered(uri)).orElse(List.of());
  }

  private Optional<Getters> getters(UriInfo uri) {
    return known.computeIfAbsent(uri.getClass(), Getters::of);
  }

  private record Getters(
      Method templates,
      Method template,
      Method resource,
      Method methods,
      Method verb,
      Method invocable,
      Method handler,
      Method handlerClass,
      Method handling) {

    static Optional<Getters> of(Class<?> uri) {
      Names names = new Names(uri.getClassLoader());
      try {
        Class<?> info = names.type(PACKAGE + "server.ExtendedUriInfo");
        return info.isAssignableFrom(uri) ? Optional.of(find(info, names)) : Optional.empty();
      } catch (ReflectiveOperationException | LinkageError e) {
        // Another runtime, or another Jersey than those that are known.
        return Optional.empty();
      }
    }

    private static Getters find(Class<?> info, Names names) throws ReflectiveOperationException {
      Class<?> method = names.type(PACKAGE + "server.model.ResourceMethod");
      Class<?> invocable = names.type(PACKAGE + "server.model.Invocable");
      return new Getters(
          info.getMethod("getMatchedTemplates"),
          names.type(PACKAGE + "uri.UriTemplate").getMethod("getTemplate"),
          info.getMethod("getMatchedModelResource"),
          names.type(PACKAGE + "server.model.Resource").getMethod("getResourceMethods"),
          method.getMethod("getHttpMethod"),
          method.getMethod("getInvocable"),
          invocable.getMethod("getHandler"),
          names.type(PACKAGE + "server.model.MethodHandler").getMethod("getHandlerClass"),
          invocable.getMethod("getHandlingMethod"));
    }

    List<String> templates(UriInfo uri) {
      try {
        List<String> read = new ArrayList<>();
        for (Object matched : (List<?>) templates.invoke(uri)) {
          read.add((String) template.invoke(matched));
        }
        Collections.reverse(read);
        return read;
      } catch (ReflectiveOperationException e) {
        return List.of();
      }
    }

    List<Registered> registered(UriInfo uri) {
      try {
        List<Registered> read = new ArrayList<>();
        Object matched = resource.invoke(uri);
        if (matched != null) {
          for (Object each : (List<?>) methods.invoke(matched)) {
            read.add(registered(each));
          }
        }
        return read;
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
