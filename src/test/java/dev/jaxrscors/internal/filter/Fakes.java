package dev.jaxrscors.internal.filter;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.AbstractMultivaluedMap;
import jakarta.ws.rs.core.Configuration;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Providers;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a runtime would hand to the library, as far as it is asked for; all else fails the test. */
public final class Fakes {

  private Fakes() {}

  /** Returns a request; the lines are such as {@code "Origin: https://a.example"}. */
  public static ContainerRequestContext request(String method, String uri, String... lines) {
    return request(method, uri(uri), lines);
  }

  public static ContainerRequestContext request(String method, UriInfo uri, String... lines) {
    return request(
        response -> {
          throw new UnsupportedOperationException("abortWith");
        },
        method,
        uri,
        lines);
  }

  /** Returns a request that may be aborted. */
  public static ContainerRequestContext request(
      Consumer<Response> abortedWith, String method, UriInfo uri, String... lines) {
    // Without regard to case, like those of every runtime.
    MultivaluedMap<String, String> headers =
        new AbstractMultivaluedMap<>(new TreeMap<>(String.CASE_INSENSITIVE_ORDER)) {};
    for (String line : lines) {
      int colon = line.indexOf(": ");
      headers.add(line.substring(0, colon), line.substring(colon + 2));
    }
    Map<String, Object> properties = new HashMap<>();
    return fake(
        ContainerRequestContext.class,
        Map.of(
            "abortWith", arguments -> accepted(abortedWith, (Response) arguments[0]),
            "getMethod", arguments -> properties.getOrDefault("method", method),
            "setMethod", arguments -> properties.put("method", arguments[0]),
            "getHeaders", arguments -> headers,
            "getUriInfo", arguments -> uri,
            "getProperty", arguments -> properties.get(arguments[0]),
            "setProperty", arguments -> properties.put((String) arguments[0], arguments[1]),
            "removeProperty", arguments -> properties.remove(arguments[0])));
  }

  private static <T> Object accepted(Consumer<T> consumer, T value) {
    consumer.accept(value);
    return null;
  }

  public static UriInfo uri(String uri, Object... matchedResources) {
    return fake(
        UriInfo.class,
        Map.of(
            "getRequestUri", arguments -> URI.create(uri),
            "getBaseUri", arguments -> URI.create(uri).resolve("/"),
            "getPath", arguments -> URI.create(uri).getRawPath(),
            "getMatchedResources", arguments -> List.of(matchedResources)));
  }

  public static ResourceInfo matched(Class<?> type, Method method) {
    return fake(
        ResourceInfo.class,
        Map.of("getResourceClass", arguments -> type, "getResourceMethod", arguments -> method));
  }

  public static ContainerResponseContext response(
      int status, MultivaluedMap<String, Object> headers) {
    return fake(
        ContainerResponseContext.class,
        Map.of(
            "getStatus", arguments -> status,
            "getEntity", arguments -> null,
            "getHeaders", arguments -> headers,
            "getHeaderString", arguments -> joined(headers, (String) arguments[0])));
  }

  private static Object joined(MultivaluedMap<String, Object> headers, String name) {
    return headers.containsKey(name)
        ? headers.get(name).stream().map(Object::toString).collect(Collectors.joining(","))
        : null;
  }

  public static Providers providers(Function<Class<?>, @Nullable ExceptionMapper<?>> mapper) {
    return fake(
        Providers.class,
        Map.of("getExceptionMapper", arguments -> mapper.apply((Class<?>) arguments[0])));
  }

  public static Configuration configuration(Map<String, ?> properties) {
    return fake(
        Configuration.class, Map.of("getProperty", arguments -> properties.get(arguments[0])));
  }

  static <T> T fake(Class<T> type, Map<String, Function<Object[], @Nullable Object>> answers) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              Function<Object[], @Nullable Object> answer = answers.get(method.getName());
              if (answer == null) {
                throw new UnsupportedOperationException(method.toString());
              }
              return answer.apply(arguments);
            }));
  }

  /** Returns the one method of a class with this name that is no bridge. */
  public static Method method(Class<?> type, String name) {
    List<Method> found =
        List.of(type.getMethods()).stream()
            .filter(m -> m.getName().equals(name) && !m.isBridge())
            .toList();
    if (found.size() != 1) {
      throw new AssertionError(found.size() + " methods named " + name + " in " + type);
    }
    return found.get(0);
  }
}
