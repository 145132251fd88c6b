package dev.jaxrscors.products.tools;

import dev.jaxrscors.testing.Browser;
import dev.jaxrscors.testing.Outcome;
import dev.jaxrscors.testing.PageRequest;
import java.net.URI;

/** What a client in a page sends, written by hand. */
final class Calls {

  static final String TOKEN = "a-token-of-a-test";

  static final String INITIALIZE =
      """
      {"jsonrpc": "2.0", "id": 0, "method": "initialize", "params": {
        "protocolVersion": "2025-11-25", "capabilities": {},
        "clientInfo": {"name": "test", "version": "1"}}}""";

  static final String LIST = "{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"tools/list\"}";

  private Calls() {}

  /** Returns a request with a good token. */
  static PageRequest with(PageRequest request) {
    return request
        .header("Authorization", "Bearer " + TOKEN)
        .header("Accept", "application/json, text/event-stream");
  }

  /** Returns the session that a page gets. */
  static String session(Browser page, URI address) {
    Outcome outcome = with(page.post(address)).json(INITIALIZE);
    if (outcome instanceof Outcome.Shared shared && shared.header("Mcp-Session-Id") != null) {
      return shared.header("Mcp-Session-Id");
    }
    throw new AssertionError(outcome.toString());
  }
}
