package dev.jaxrscors.internal.filter;

import dev.jaxrscors.internal.runtime.RestServlets;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.Registration;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What is behind the servlet door: Jakarta REST, where its own policies decide, or anything. */
final class DoorDestination {

  private final ServletContext context;
  private final Map<String, Boolean> servlets = new ConcurrentHashMap<>();
  private volatile @Nullable List<DoorPatterns> filters;

  DoorDestination(ServletContext context) {
    this.context = context;
  }

  /** Reports whether a request leads to Jakarta REST: a servlet, or a filter on some servers. */
  boolean isRest(HttpServletRequest request) {
    String servlet = DoorPatterns.servlet(request);
    return (!servlet.isEmpty() && isServlet(servlet)) || isFiltered(request);
  }

  private boolean isServlet(String name) {
    Boolean known = servlets.get(name);
    return known == null ? servlets.computeIfAbsent(name, this::look) : known;
  }

  private boolean look(String name) {
    Registration servlet = context.getServletRegistration(name);
    return servlet == null ? RestServlets.areIn(name, "", Map.of()) : isRestRegistered(servlet);
  }

  private static boolean isRestRegistered(Registration registered) {
    String type = registered.getClassName();
    return RestServlets.areIn(
        registered.getName(), type == null ? "" : type, registered.getInitParameters());
  }

  private boolean isFiltered(HttpServletRequest request) {
    List<DoorPatterns> known = filters;
    if (known == null) {
      known =
          context.getFilterRegistrations().values().stream()
              .filter(DoorDestination::isRestRegistered)
              .map((FilterRegistration filter) -> DoorPatterns.of(filter))
              .toList();
      filters = known;
    }
    for (DoorPatterns patterns : known) {
      if (patterns.match(request)) {
        return true;
      }
    }
    return false;
  }
}
