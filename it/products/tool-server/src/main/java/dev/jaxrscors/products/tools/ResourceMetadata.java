package dev.jaxrscors.products.tools;

import dev.jaxrscors.CorsPolicy;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.jspecify.annotations.Nullable;

/**
 * Where clients get tokens: a document for anyone. Clients ask for it with the version of the
 * protocol in a header, so browsers send a preflight even for this.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9728#section-3">RFC 9728, protected resource
 *     metadata</a>
 */
@Path(ResourceMetadata.PATH + "{resource: (/mcp)?}")
@CorsPolicy(origins = CorsPolicy.ANY)
public class ResourceMetadata {

  static final String PATH = ".well-known/oauth-protected-resource";

  /** Makes it. */
  public ResourceMetadata() {}

  /**
   * {@return the document}
   *
   * @param version the version of the protocol that the client speaks; the document is the same
   * @param uri the request's
   */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public String document(
      @HeaderParam("MCP-Protocol-Version") @Nullable String version, @Context UriInfo uri) {
    var document = RpcReply.object();
    document.put("resource", uri.getBaseUriBuilder().path("mcp").build().toString());
    document.putArray("authorization_servers").add("https://login.example.com");
    document.putArray("bearer_methods_supported").add("header");
    return document.toString();
  }
}
