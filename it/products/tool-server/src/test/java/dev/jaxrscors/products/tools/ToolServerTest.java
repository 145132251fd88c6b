package dev.jaxrscors.products.tools;

import static dev.jaxrscors.products.tools.Calls.INITIALIZE;
import static dev.jaxrscors.products.tools.Calls.LIST;
import static dev.jaxrscors.products.tools.Calls.TOKEN;
import static dev.jaxrscors.products.tools.Calls.session;
import static dev.jaxrscors.products.tools.Calls.with;
import static dev.jaxrscors.testing.Browser.browserAt;
import static dev.jaxrscors.testing.CorsAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.testing.Browser;
import dev.jaxrscors.wire.Reply;
import dev.jaxrscors.wire.Request;
import dev.jaxrscors.wire.SocketClient;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What users of such servers complain of, header by header. */
class ToolServerTest {

  private static final String CHAT = "https://chat.example.com";
  private static final String STRANGER = "https://stranger.example.net";

  private static ToolServer server;
  private static URI address;

  private final Browser page = browserAt(CHAT);

  @BeforeAll
  static void start() {
    server = ToolServer.start(0, TOKEN, List.of(CHAT));
    address = server.address();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static Reply send(Request request) {
    return SocketClient.of(address.resolve("/")).send(request);
  }

  @Test
  void a_page_reads_the_session_that_it_is_given() {
    assertThat(with(page.post(address)).json(INITIALIZE))
        .isShared()
        .sentPreflight()
        .exposes("Mcp-Session-Id");
  }

  @Test
  void a_page_sends_the_session_and_the_version_of_the_protocol() {
    assertThat(
            with(page.post(address))
                .header("Mcp-Session-Id", session(page, address))
                .header("MCP-Protocol-Version", "2025-11-25")
                .json(LIST))
        .isShared()
        .hasStatus(200);
  }

  @Test
  void headers_of_the_next_version_of_the_protocol_hinder_nobody() {
    assertThat(
            with(page.post(address))
                .header("Mcp-Session-Id", session(page, address))
                .header("Mcp-Method", "tools/list")
                .header("Mcp-Name", "count_words")
                .json(LIST))
        .isShared()
        .hasStatus(200);
  }

  @Test
  void a_preflight_needs_no_token_and_is_told_every_header() {
    Reply reply =
        send(
            Request.preflight("/mcp", CHAT, "POST")
                .asking("authorization,content-type,last-event-id,mcp-session-id"));
    assertThat(reply.status()).isEqualTo(204);
    assertThat(reply.cors())
        .containsExactly(
            "Access-Control-Allow-Headers: Content-Type, Authorization, Mcp-Session-Id,"
                + " MCP-Protocol-Version, Last-Event-ID, Mcp-Method, Mcp-Name",
            "Access-Control-Allow-Methods: GET, HEAD, POST, DELETE",
            "Access-Control-Allow-Origin: " + CHAT,
            "Access-Control-Max-Age: 600",
            "Vary: Origin, Access-Control-Request-Method, Access-Control-Request-Headers");
  }

  @Test
  void a_page_reads_why_its_token_is_refused_and_where_it_gets_another() {
    String metadata = address.resolve("/.well-known/oauth-protected-resource/mcp").toString();
    assertThat(page.post(address).header("Authorization", "Bearer wrong").json(INITIALIZE))
        .isShared()
        .hasStatus(401)
        .hasHeader(
            "WWW-Authenticate",
            "Bearer error=\"invalid_token\", resource_metadata=\"" + metadata + "\"");
    assertThat(page.post(address).json(INITIALIZE))
        .isShared()
        .hasStatus(401)
        .hasHeader("WWW-Authenticate", "Bearer resource_metadata=\"" + metadata + "\"");
  }

  @Test
  void any_page_finds_out_where_tokens_are_given() {
    URI metadata = address.resolve("/.well-known/oauth-protected-resource/mcp");
    assertThat(
            browserAt(STRANGER).get(metadata).header("MCP-Protocol-Version", "2025-11-25").send())
        .isShared()
        .sentPreflight()
        .hasStatus(200);
  }

  @Test
  void a_session_that_is_over_is_not_found_and_the_page_reads_so() {
    String session = session(page, address);
    assertThat(with(page.delete(address)).header("Mcp-Session-Id", session).send())
        .isShared()
        .hasStatus(204);
    assertThat(with(page.post(address)).header("Mcp-Session-Id", session).json(LIST))
        .isShared()
        .hasStatus(404);
  }

  @Test
  void a_strangers_page_is_stopped_by_its_browser() {
    assertThat(with(browserAt(STRANGER).post(address)).json(INITIALIZE)).isBlocked();
  }

  /** As the protocol demands of servers: a form needs no preflight. */
  @Test
  void what_a_stranger_sends_without_asking_is_refused_before_it_is_read() {
    Reply reply =
        send(
            Request.of("POST", "/mcp")
                .from(STRANGER)
                .with("Authorization", "Bearer " + TOKEN)
                .carrying("application/json", INITIALIZE));
    assertThat(reply.status()).isEqualTo(403);
    assertThat(reply.all("Mcp-Session-Id")).isEmpty();
  }

  @Test
  void a_client_that_is_no_browser_has_no_origin_and_needs_none() {
    Reply reply =
        send(
            Request.of("POST", "/mcp")
                .with("Authorization", "Bearer " + TOKEN)
                .carrying("application/json", INITIALIZE));
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.all("Mcp-Session-Id")).hasSize(1);
    assertThat(reply.cors()).containsExactly("Vary: Origin");
  }

  /** To its browser, and to CORS, such a page is of the same origin. */
  @Test
  void a_page_whose_name_was_made_to_point_here_is_refused() {
    String rebound = "rebound.example.net:" + address.getPort();
    Reply reply =
        send(
            Request.of("POST", "/mcp")
                .with("Host", rebound)
                .with("Origin", "http://" + rebound)
                .with("Sec-Fetch-Site", "same-origin")
                .with("Authorization", "Bearer " + TOKEN)
                .carrying("application/json", INITIALIZE));
    assertThat(reply.status()).isEqualTo(403);
  }
}
