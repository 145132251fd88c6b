package dev.jaxrscors.internal.runtime;

import static java.lang.invoke.MethodType.methodType;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads what was matched from a request itself, by names of its runtime's own.
 *
 * <p>It is tempting to have it injected everywhere, as the specification says; but Quarkus REST
 * injects nothing into a filter that a feature has registered, CXF makes and clears what it injects
 * for each request, which was a third of all that this library took there, and RESTEasy injects a
 * proxy that looks its target up at each call.
 *
 * <p>Nothing of a runtime need be on the class path: where the names are unknown, nothing is read.
 */
public final class RuntimeMatch {

  private static final MethodType READS =
      methodType(ResourceInfo.class, ContainerRequestContext.class);

  private static final List<Finder> FINDERS =
      List.of(RuntimeMatch::onCxf, RuntimeMatch::onQuarkusRest, RuntimeMatch::onRestEasy);

  /**
   * What reads the match from the requests of each class. It is tempting to attach it to the class;
   * but that is the server's, and would hold on to an application that is gone.
   */
  private final Map<Class<?>, Optional<MethodHandle>> accessors = new ConcurrentHashMap<>();

  /** Finds the accessor of one runtime. */
  @FunctionalInterface
  private interface Finder {
    /** Returns what takes a request to what was matched. */
    MethodHandle find(Names names) throws ReflectiveOperationException;
  }

  /** A method as RESTEasy has it, in two parts. */
  private record MatchedMethod(Class<?> getResourceClass, Method getResourceMethod)
      implements ResourceInfo {}

  /** Returns what was matched; null where nothing was, or it is not known. */
  public @Nullable ResourceInfo of(ContainerRequestContext request) {
    Class<?> type = request.getClass();
    Optional<MethodHandle> known = accessors.get(type);
    Optional<MethodHandle> accessor =
        known == null ? accessors.computeIfAbsent(type, RuntimeMatch::accessor) : known;
    return accessor.isEmpty() ? null : read(accessor.get(), request);
  }

  /** Reports whether what was matched can be read from the requests of a class. */
  static boolean isReadableIn(Class<?> requests) {
    return accessor(requests).isPresent();
  }

  private static Optional<MethodHandle> accessor(Class<?> request) {
    return FINDERS.stream().flatMap(finder -> accessor(finder, request)).findFirst();
  }

  // Throwable: what a handle may throw, the compiler cannot know.
  private static @Nullable ResourceInfo read(
      MethodHandle accessor, ContainerRequestContext request) {
    try {
      return (ResourceInfo) accessor.invokeExact(request);
    } catch (Error e) {
      throw e;
    } catch (Throwable e) {
      // The runtime's own getters have failed.
      return null;
    }
  }

  private static Stream<MethodHandle> accessor(Finder finder, Class<?> request) {
    try {
      MethodHandle accessor = finder.find(new Names(request.getClassLoader()));
      return accessor.type().parameterType(0).isAssignableFrom(request)
              && ResourceInfo.class.isAssignableFrom(accessor.type().returnType())
          ? Stream.of(accessor.asType(READS))
          : Stream.empty();
    } catch (ReflectiveOperationException | LinkageError | RuntimeException e) {
      return Stream.empty();
    }
  }

  private static MethodHandle onCxf(Names names) throws ReflectiveOperationException {
    MethodHandle message =
        names.getter("org.apache.cxf.jaxrs.impl.AbstractPropertiesImpl", "getMessage");
    Class<?> info = names.type("org.apache.cxf.jaxrs.impl.ResourceInfoImpl");
    return MethodHandles.filterReturnValue(
        message,
        MethodHandles.publicLookup()
            .findConstructor(info, methodType(void.class, message.type().returnType())));
  }

  private static MethodHandle onQuarkusRest(Names names) throws ReflectiveOperationException {
    MethodHandle context = names.getter(QuarkusRest.REQUEST, "getServerRequestContext");
    return MethodHandles.filterReturnValue(
        context, Names.getter(context.type().returnType(), "getResteasyReactiveResourceInfo"));
  }

  private static MethodHandle onRestEasy(Names names) throws ReflectiveOperationException {
    MethodHandle matched =
        names.getter(
            "org.jboss.resteasy.core.interception.jaxrs.PostMatchContainerRequestContext",
            "getResourceMethod");
    Class<?> method = matched.type().returnType();
    MethodHandle parts =
        MethodHandles.filterArguments(
            MethodHandles.lookup()
                .findConstructor(
                    MatchedMethod.class, methodType(void.class, Class.class, Method.class)),
            0,
            Names.getter(method, "getResourceClass"),
            Names.getter(method, "getMethod"));
    return MethodHandles.filterReturnValue(
        matched,
        MethodHandles.permuteArguments(parts, methodType(MatchedMethod.class, method), 0, 0));
  }
}
