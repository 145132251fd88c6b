package dev.jaxrscors.products.tools;

import static dev.jaxrscors.products.tools.Calls.TOKEN;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.browsers.engine.Engine;
import dev.jaxrscors.browsers.engine.EngineType;
import dev.jaxrscors.browsers.engine.NeedsEngine;
import dev.jaxrscors.browsers.pages.Pages;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A client of the protocol in a page of another origin, in Chromium. */
@NeedsEngine(EngineType.CHROMIUM)
class ChatPageTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private static Pages pages;
  private static ToolServer server;
  private static Engine engine;

  @BeforeAll
  static void start() throws IOException {
    pages = Pages.serving(Map.of("/chat.html", page()));
    server = ToolServer.start(0, TOKEN, List.of(pages.origin()));
    engine = EngineType.CHROMIUM.start();
  }

  @AfterAll
  static void stop() {
    engine.close();
    server.close();
    pages.close();
  }

  private static String page() throws IOException {
    try (InputStream file = ChatPageTest.class.getResourceAsStream("chat.html")) {
      return new String(file.readAllBytes(), UTF_8);
    }
  }

  /**
   * Returns what a script returns in the page of an origin, which knows the address and a token.
   */
  private static String run(String origin, URI address, String script) {
    engine.open(origin + "/chat.html");
    String known = "const address = '%s', token = '%s';\n".formatted(address, TOKEN);
    return engine.eval(known + script, PATIENCE);
  }

  private static String run(String script) {
    return run(pages.origin(), server.address(), script);
  }

  @Test
  void it_connects_lists_tools_and_calls_one() {
    assertThat(
            run(
                """
                const client = await new ToolClient(address, token).connect();
                const {tools} = await client.request('tools/list');
                const {content} = await client.request('tools/call',
                    {name: 'count_words', arguments: {text: 'To be or not to be'}});
                return tools.map(tool => tool.name) + ' ' + content[0].text;
                """))
        .isEqualTo("count_words,split_sentences 6");
  }

  @Test
  void it_is_told_of_progress_while_a_call_runs() {
    assertThat(
            run(
                """
                const client = await new ToolClient(address, token).connect();
                const {content} = await client.call('split_sentences', {text: 'One. Two. Three.'});
                return client.heard + ' ' + content.map(part => part.text);
                """))
        .isEqualTo("One.,Two.,Three. One.,Two.,Three.");
  }

  @Test
  void it_listens() {
    assertThat(
            run(
                """
                const client = await new ToolClient(address, token).connect();
                return client.listen();
                """))
        .isEqualTo("text/event-stream");
  }

  @Test
  void it_resumes_a_call_after_the_last_event_that_it_has() {
    assertThat(
            run(
                """
                const lost = await new ToolClient(address, token).connect();
                const text = 'One. Two. Three. Four. Five.';
                lost.call('split_sentences', {text, pause: 200}).catch(() => {});
                await until(() => lost.heard.length >= 2);
                lost.lose();
                const again = new ToolClient(address, token, lost.session);
                const {content} = await again.resume(lost.lastEventId);
                const resumed = again.heard.length > 0 && lost.heard.length > 0;
                return [...lost.heard, ...again.heard] + ' ' + content.length + ' ' + resumed;
                """))
        .isEqualTo("One.,Two.,Three.,Four.,Five. 5 true");
  }

  @Test
  void it_ends_its_session_which_is_not_found_from_then_on() {
    assertThat(
            run(
                """
                const client = await new ToolClient(address, token).connect();
                await client.end();
                return client.request('tools/list').then(() => 'found', e => e.message);
                """))
        .isEqualTo("HTTP 404");
  }

  @Test
  void it_reads_why_its_token_is_refused_and_where_others_are_given() {
    assertThat(
            run(
                """
                const refused = await new ToolClient(address, 'wrong').connect().catch(e => e);
                const challenge = refused.response.headers.get('WWW-Authenticate');
                const [, metadata] = /resource_metadata="([^"]+)"/.exec(challenge);
                const headers = {'MCP-Protocol-Version': '2025-11-25'};
                const {resource} = await (await fetch(metadata, {headers})).json();
                return refused.message + ' ' + (resource === address);
                """))
        .isEqualTo("HTTP 401 true");
  }

  @Test
  void a_strangers_page_does_not_connect() {
    assertThat(
            run(
                pages.stranger(),
                server.address(),
                """
                const client = new ToolClient(address, token);
                return client.connect().then(() => 'connected', e => String(e));
                """))
        .isEqualTo("TypeError: Failed to fetch");
  }

  /** What users of such servers report most: the first message is answered, the second is not. */
  @Test
  void without_a_session_that_it_may_read_it_does_not_get_past_the_first_message() {
    try (ToolServer forgetful =
        ToolServer.start(0, TOKEN, List.of(pages.origin()), SessionForgottenEndpoint::new)) {
      assertThat(
              run(
                  pages.origin(),
                  forgetful.address(),
                  """
                  const client = new ToolClient(address, token);
                  const error = await client.connect().catch(e => e.message);
                  return client.session + ' ' + client.version + ' ' + error;
                  """))
          .isEqualTo("null 2025-11-25 HTTP 400");
    }
  }
}
