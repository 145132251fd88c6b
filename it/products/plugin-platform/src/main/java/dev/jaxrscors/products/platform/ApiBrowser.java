package dev.jaxrscors.products.platform;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.glassfish.jersey.server.model.Resource;
import org.glassfish.jersey.server.model.ResourceMethod;

/**
 * Describes the API to those who try it out. It was there before all else, and lets everyone read
 * by a header of its own.
 *
 * @see <a href="https://spec.openapis.org/oas/v3.0.3">OpenAPI 3.0</a>
 */
@Path("api-browser")
public class ApiBrowser {

  private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");
  private static final Set<String> WITH_BODY = Set.of("POST", "PUT");

  private final List<Resource> resources;

  ApiBrowser(List<Resource> resources) {
    this.resources = List.copyOf(resources);
  }

  /**
   * {@return the description}
   *
   * @param uri the request's
   */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public Response describe(@Context UriInfo uri) {
    ObjectNode document = JsonNodeFactory.instance.objectNode().put("openapi", "3.0.3");
    document.putObject("info").put("title", "The platform").put("version", "1");
    String base = uri.getBaseUri().toString();
    document.putArray("servers").addObject().put("url", base.substring(0, base.length() - 1));
    ObjectNode paths = document.putObject("paths");
    resources.forEach(resource -> describe(resource, "", paths));
    return Response.ok(document.toString()).header("Access-Control-Allow-Origin", "*").build();
  }

  private static void describe(Resource resource, String above, ObjectNode paths) {
    String path = above + withSlash(resource.getPath());
    for (ResourceMethod method : resource.getResourceMethods()) {
      describe(method.getHttpMethod(), path, paths.withObjectProperty(path));
    }
    resource.getChildResources().forEach(child -> describe(child, path, paths));
  }

  private static String withSlash(String path) {
    return path.startsWith("/") ? path : "/" + path;
  }

  private static void describe(String method, String path, ObjectNode operations) {
    ObjectNode operation = operations.putObject(method.toLowerCase(Locale.ROOT));
    operation.put("operationId", method + path.replaceAll("\\W+", "-"));
    PARAMETER
        .matcher(path)
        .results()
        .forEach(
            found ->
                operation
                    .withArrayProperty("parameters")
                    .addObject()
                    .put("name", found.group(1))
                    .put("in", "path")
                    .put("required", true)
                    .putObject("schema")
                    .put("type", "string"));
    if (WITH_BODY.contains(method)) {
      operation.putObject("requestBody").putObject("content").putObject("application/json");
    }
    operation.putObject("responses").putObject("200").put("description", "done");
  }
}
