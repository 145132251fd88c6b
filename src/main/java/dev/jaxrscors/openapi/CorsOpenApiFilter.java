package dev.jaxrscors.openapi;

import dev.jaxrscors.report.OperationPolicies;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.PathItem;

/**
 * Adds the effective policy to each operation of a document of MicroProfile OpenAPI, as {@value
 * #EXTENSION}. One line of configuration names it:
 *
 * <pre>{@code
 * mp.openapi.filter=dev.jaxrscors.openapi.CorsOpenApiFilter
 * }</pre>
 *
 * <pre>{@code
 * "x-cors": {
 *   "origins": {"values": ["https://app.example.com"], "count": 1},
 *   "methods": {"values": ["PUT"]},
 *   "allowedHeaders": {"values": ["Content-Type", "X-Api-Key"]},
 *   "exposedHeaders": {"values": []},
 *   "credentials": {"value": true},
 *   "maxAge": {"value": 600},
 *   "refusal": {"value": "withhold"}
 * }
 * }</pre>
 *
 * <p>{@link OperationPolicies} has what the members mean. They name the origins to whoever may read
 * the document.
 *
 * <ul>
 *   <li>An operation without a policy has no {@value #EXTENSION}, nor has one whose policy is off,
 *       or wrong: no page of another origin may read its responses.
 *   <li>Some runtimes, Payara for one, leave out of the document what is empty: without {@code
 *       values} there are none.
 *   <li>The document says what is in force when the runtime makes it. Most make it once: with
 *       {@code cors.reload}, or a policy that code supplies, it says what was in force then.
 *   <li>It is about the applications that are deployed beside the class of this filter. Where
 *       several WARs share the library, each has a class of its own, {@code public class
 *       ShopOpenApiFilter extends CorsOpenApiFilter {}}, and names that.
 *   <li>A runtime that makes the document before it deploys the application, as Open Liberty and
 *       WildFly do, lets nobody know the policies: the document says nothing of them, and one line
 *       in the log says why. Payara makes it when it is first asked for.
 * </ul>
 *
 * <p>Needs {@code org.eclipse.microprofile.openapi:microprofile-openapi-api}, which the library
 * does not bring, and which runtimes of MicroProfile OpenAPI have.
 *
 * <p>It keeps nothing, and is thread-safe; a document is for one thread at a time.
 */
public class CorsOpenApiFilter implements OASFilter {

  /** The name of the extension: {@value}. */
  public static final String EXTENSION = "x-cors";

  private static final System.Logger LOGGER = System.getLogger("dev.jaxrscors");

  /** Makes the filter; called by the runtime. */
  public CorsOpenApiFilter() {}

  /**
   * Adds the policies; called by the runtime when the document is complete.
   *
   * @param document the document
   */
  @Override
  public void filterOpenAPI(OpenAPI document) {
    try {
      OperationPolicies policies = OperationPolicies.beside(getClass());
      pathItems(document).forEach((path, item) -> add(policies, path, item));
    } catch (RuntimeException | LinkageError e) {
      // Whatever it is, the document is worth more than its extension.
      LOGGER.log(Level.WARNING, "CORS policies are missing in the OpenAPI document", e);
    }
  }

  /** A document of nothing has neither. */
  private static Map<String, PathItem> pathItems(OpenAPI document) {
    return Optional.ofNullable(document.getPaths())
        .flatMap(paths -> Optional.ofNullable(paths.getPathItems()))
        .orElse(Map.of());
  }

  private static void add(OperationPolicies policies, String path, PathItem item) {
    item.getOperations()
        .forEach(
            (method, operation) ->
                policies
                    .at(path, method.name())
                    .ifPresent(policy -> operation.addExtension(EXTENSION, policy)));
  }
}
