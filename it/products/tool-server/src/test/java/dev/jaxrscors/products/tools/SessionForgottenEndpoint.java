package dev.jaxrscors.products.tools;

import dev.jaxrscors.CorsPolicy;
import jakarta.ws.rs.Path;
import java.util.concurrent.Executor;

/** The endpoint of many a server: it exposes nothing. */
@Path("mcp")
@TokenRequired
@CorsPolicy(exposedHeaders = CorsPolicy.NONE)
public class SessionForgottenEndpoint extends McpEndpoint {

  SessionForgottenEndpoint(ToolBox tools, Sessions sessions, Executor executor) {
    super(tools, sessions, executor);
  }
}
