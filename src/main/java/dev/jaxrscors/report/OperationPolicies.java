package dev.jaxrscors.report;

import dev.jaxrscors.internal.deploy.Redeployment;
import dev.jaxrscors.internal.deploy.RunningDeployments;
import dev.jaxrscors.internal.resource.PathTemplate;
import jakarta.ws.rs.ApplicationPath;
import java.lang.System.Logger.Level;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The effective policies of the applications that are running, by path and method: what the
 * documentation of an API can say of CORS at each operation.
 *
 * <p>With MicroProfile OpenAPI, {@code dev.jaxrscors.openapi.CorsOpenApiFilter} does it all. With
 * another tool, ask for each operation when all is deployed:
 *
 * <pre>{@code
 * OperationPolicies policies = OperationPolicies.beside(Shop.class);
 * policies.at("/api/orders/{id}", "PUT").ifPresent(p -> operation.addExtension("x-cors", p));
 * }</pre>
 *
 * <p>A policy is a map of strings, numbers, truth values, lists and maps. It has the names and
 * shapes of {@code policy} in {@link CorsReport#toJson()}, but only what clients may know:
 *
 * <ul>
 *   <li>{@code origins}: {@code values} are the patterns, at most 200, and {@code count} is how
 *       many there are: none for nobody. With {@code askingCode}, code is asked for origins that
 *       are not listed.
 *   <li>{@code methods}, {@code allowedHeaders}, {@code exposedHeaders}: {@code values}.
 *   <li>{@code credentials}: {@code value} is true or false; {@code maxAge}: seconds, -1 where the
 *       browser decides; {@code refusal}: {@code withhold} or {@code reject}.
 *   <li>{@code hosts}, where configuration has another policy for some hosts: a list of {@code
 *       names} and the {@code policy} there, which is missing where there is none.
 * </ul>
 *
 * <p>Nothing is said that may be false: not of what code registers, servlets or files, since no
 * report lists them; and of a path and method to which two applications give different policies,
 * nothing either, as one line in the log says.
 *
 * <p>It is thread-safe, as long as nobody changes the maps.
 */
public final class OperationPolicies {

  private static final System.Logger LOGGER = System.getLogger("dev.jaxrscors");

  /** Some runtimes make a document for each request. */
  private static final Set<String> LOGGED = ConcurrentHashMap.newKeySet();

  private final Map<String, Map<String, Object>> byOperation;

  private OperationPolicies(Map<String, Map<String, Object>> byOperation) {
    this.byOperation = byOperation;
  }

  /**
   * Returns the policies that are in force now in the applications whose classes are loaded beside
   * a class, by the same class loader. Where none is, the log says so.
   *
   * @param type a class of the application, or of the library if the WAR brings it
   * @return the policies, which stay as they are now
   */
  public static OperationPolicies beside(Class<?> type) {
    List<Redeployment> running = RunningDeployments.beside(type);
    if (running.isEmpty()) {
      logOnce(
          "CORS policies are missing in the documentation of the API, because no application of"
              + " theirs is deployed yet beside {0}",
          type.getName());
    }
    Map<String, Set<Map<String, Object>>> found = new TreeMap<>();
    for (Redeployment one : running) {
      ofOne(one)
          .forEach(
              (key, policy) ->
                  found.computeIfAbsent(key, k -> new LinkedHashSet<>()).addAll(policy));
    }
    return new OperationPolicies(agreed(found));
  }

  /** Returns what each operation of an application has: several policies, where it is not clear. */
  private static Map<String, Set<Map<String, Object>>> ofOne(Redeployment running) {
    CorsReport report = CorsReport.of(running.inForce().surveyCompleted());
    String prefix = running.application().map(OperationPolicies::pathOf).orElse("");
    Map<String, HostPolicies> collected = new TreeMap<>();
    for (ReportedHost host : report.hosts()) {
      for (ReportedEndpoint endpoint : host.endpoints()) {
        collected
            .computeIfAbsent(
                key(PathTemplate.join(prefix, endpoint.path()), endpoint.verb()),
                k -> new HostPolicies())
            .add(host.names(), endpoint.policy().map(ClientView::of).orElse(Map.of()));
      }
    }
    Map<String, Set<Map<String, Object>>> found = new TreeMap<>();
    collected.forEach((key, policies) -> found.put(key, policies.possible()));
    return found;
  }

  /** A servlet's mapping may be written there too. */
  private static String pathOf(Class<?> application) {
    ApplicationPath path = application.getAnnotation(ApplicationPath.class);
    return path == null ? "" : path.value().replaceFirst("/\\*$", "");
  }

  private static String key(String path, String method) {
    return method.toUpperCase(Locale.ROOT) + " " + PathTemplate.withoutPatterns(path);
  }

  private static Map<String, Map<String, Object>> agreed(
      Map<String, Set<Map<String, Object>>> found) {
    Map<String, Map<String, Object>> agreed = new LinkedHashMap<>();
    found.forEach(
        (key, policies) -> {
          if (policies.size() == 1) {
            agreed.put(key, policies.iterator().next());
          } else {
            logOnce(
                "The CORS policy of {0} is missing in the documentation of the API, because several"
                    + " methods answer there, and their policies differ",
                key);
          }
        });
    return agreed;
  }

  private static void logOnce(String line, String about) {
    if (LOGGED.add(about)) {
      LOGGER.log(Level.WARNING, line, about);
    }
  }

  /**
   * Returns the policy of an operation.
   *
   * @param path the path below the WAR, as documentation has it: that of the
   *     {@code @ApplicationPath} included, and with or without the regular expressions of
   *     parameters
   * @param method the method, in any case
   * @return the policy; nothing if there is none, or none is known
   */
  public Optional<Map<String, Object>> at(String path, String method) {
    return Optional.ofNullable(byOperation.get(key(path, method)))
        .filter(policy -> !policy.isEmpty());
  }
}
