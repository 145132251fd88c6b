package dev.jaxrscors.internal.filter;

import dev.jaxrscors.internal.deploy.Setup;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The servlet doors of one web application, until it is closed. */
final class DeployedDoors implements AutoCloseable {

  /** What web.xml says. */
  final Map<String, String> settings = new HashMap<>();

  private final Map<String, Object> attributes = new HashMap<>();
  private final List<ServedDoor> doors = new ArrayList<>();

  private ServletContext context(String pattern) {
    FilterRegistration registration =
        Fakes.fake(
            FilterRegistration.class,
            Map.of(
                "getUrlPatternMappings", arguments -> List.of(pattern),
                "getServletNameMappings", arguments -> List.of()));
    return Fakes.fake(
        ServletContext.class,
        Map.of(
            "getFilterRegistration", arguments -> registration,
            "getFilterRegistrations", arguments -> Map.of(),
            "getServletRegistration", arguments -> null,
            "getInitParameterNames", arguments -> Collections.enumeration(settings.keySet()),
            "getInitParameter", arguments -> settings.get(arguments[0]),
            "getAttribute", arguments -> attributes.get(arguments[0]),
            "setAttribute", arguments -> attributes.put((String) arguments[0], arguments[1])));
  }

  /** Deploys a filter, which is called by the name of its class. */
  ServedDoor deploy(Class<?> type, String pattern, Map<String, String> parameters, Setup setup) {
    ServletContext context = context(pattern);
    FilterConfig config =
        Fakes.fake(
            FilterConfig.class,
            Map.of(
                "getFilterName", arguments -> type.getSimpleName(),
                "getServletContext", arguments -> context,
                "getInitParameterNames", arguments -> Collections.enumeration(parameters.keySet()),
                "getInitParameter", arguments -> parameters.get(arguments[0])));
    ServedDoor door = ServedDoor.deploy(type, config, Optional.empty(), setup);
    doors.add(door);
    return door;
  }

  ServedDoor deploy(Class<?> type, String pattern) {
    return deploy(type, pattern, Map.of(), Setup.EMPTY);
  }

  void end(ServedDoor door) {
    doors.remove(door);
    door.end();
  }

  @Override
  public void close() {
    doors.forEach(ServedDoor::end);
  }
}
