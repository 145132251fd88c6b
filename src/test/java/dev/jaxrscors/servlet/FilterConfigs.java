package dev.jaxrscors.servlet;

import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletContext;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.Map;

/** What a container hands to a filter, as far as it is asked. */
final class FilterConfigs {

  private FilterConfigs() {}

  static FilterConfig named(String name) {
    ServletContext context =
        fake(ServletContext.class, Map.of("getInitParameterNames", Collections.emptyEnumeration()));
    return fake(
        FilterConfig.class,
        Map.of(
            "getFilterName", name,
            "getServletContext", context,
            "getInitParameterNames", Collections.emptyEnumeration()));
  }

  static <T> T fake(Class<T> type, Map<String, Object> answers) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> answers.get(method.getName())));
  }
}
