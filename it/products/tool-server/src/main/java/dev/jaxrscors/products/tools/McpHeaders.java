package dev.jaxrscors.products.tools;

import jakarta.ws.rs.HeaderParam;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The headers of the protocol that every request but the first has. That they are declared here is
 * all that browsers need to be allowed to send them.
 */
public class McpHeaders {

  @HeaderParam("Mcp-Session-Id")
  private @Nullable String session;

  @HeaderParam("MCP-Protocol-Version")
  private @Nullable String version;

  /** Makes them; called by the runtime. */
  public McpHeaders() {}

  Optional<String> session() {
    return Optional.ofNullable(session);
  }

  Optional<String> version() {
    return Optional.ofNullable(version);
  }
}
