package dev.jaxrscors.openapi;

import java.lang.reflect.Proxy;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.Paths;

/** A document that keeps the extensions of its operations, and is nothing else. */
final class PaperDocument {

  private final Map<String, PathItem> items = new LinkedHashMap<>();
  private final Map<String, Object> extensions = new LinkedHashMap<>();

  PaperDocument with(String path, PathItem.HttpMethod... methods) {
    Map<PathItem.HttpMethod, Operation> operations = new LinkedHashMap<>();
    for (PathItem.HttpMethod method : methods) {
      operations.put(method, operation(method + " " + path));
    }
    items.put(path, answering(PathItem.class, "getOperations", operations));
    return this;
  }

  private Operation operation(String name) {
    return (Operation)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {Operation.class},
            (proxy, method, arguments) -> {
              if (!method.getName().equals("addExtension")) {
                throw new UnsupportedOperationException(method.toString());
              }
              extensions.put(name + " " + arguments[0], arguments[1]);
              return proxy;
            });
  }

  OpenAPI model() {
    return answering(OpenAPI.class, "getPaths", answering(Paths.class, "getPathItems", items));
  }

  /** Returns what has one method that answers, and many that none may call. */
  static <T> T answering(Class<T> type, String name, Object answer) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              if (!method.getName().equals(name)) {
                throw new UnsupportedOperationException(method.toString());
              }
              return answer;
            }));
  }

  /** Returns the extensions by method, path and name. */
  Map<String, Object> extensions() {
    return extensions;
  }
}
