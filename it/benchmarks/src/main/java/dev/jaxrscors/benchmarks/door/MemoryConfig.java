package dev.jaxrscors.benchmarks.door;

import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletContext;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The declaration of a filter. */
record MemoryConfig(Map<String, String> parameters) implements FilterConfig {

  private static final Map<String, Object> ATTRIBUTES = new HashMap<>();

  private static final ServletContext CONTEXT =
      (ServletContext)
          Proxy.newProxyInstance(
              MemoryConfig.class.getClassLoader(),
              new Class<?>[] {ServletContext.class},
              (proxy, method, arguments) ->
                  switch (method.getName()) {
                    case "getAttribute" -> ATTRIBUTES.get(arguments[0]);
                    case "setAttribute" -> ATTRIBUTES.put((String) arguments[0], arguments[1]);
                    case "getFilterRegistrations", "getServletRegistrations" -> Map.of();
                    case "getInitParameterNames" -> Collections.emptyEnumeration();
                    default -> null;
                  });

  @Override
  public String getFilterName() {
    return "cors";
  }

  @Override
  public ServletContext getServletContext() {
    return CONTEXT;
  }

  @Override
  public @Nullable String getInitParameter(String name) {
    return parameters.get(name);
  }

  @Override
  public Enumeration<String> getInitParameterNames() {
    return Collections.enumeration(parameters.keySet());
  }
}
