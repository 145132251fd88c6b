package dev.jaxrscors.browsers;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.jaxrscors.browsers.engine.Engine;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** An open page of one origin, and one id for what its scripts ask the shop for. */
final class Tab {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration LONGEST = Duration.ofSeconds(30);

  /** What scripts can use: the shop's URLs, and a fetch whose outcome is a value. */
  private static final String PRELUDE =
      """
      const shop = path => "%s" + path + "?exchange=%s";
      const ask = async (path, init) => {
        try {
          const r = await fetch(shop(path), init);
          return {read: true, status: r.status, headers: Object.fromEntries(r.headers), body: await r.text()};
        } catch (e) {
          return {read: false, error: e.name};
        }
      };
      const result = await (async () => {%s
      })();
      return JSON.stringify(result ?? null);""";

  private final Engine engine;
  private final Site site;
  private final String id = UUID.randomUUID().toString().replace("-", "");

  private Tab(Engine engine, Site site) {
    this.engine = engine;
    this.site = site;
  }

  static Tab open(Engine engine, Site site, String origin) {
    engine.open(origin + "/blank.html");
    return new Tab(engine, site);
  }

  /** Returns what the body of an asynchronous function returns in the page. */
  JsonNode run(String script) {
    String text = engine.eval(PRELUDE.formatted(site.shop(), id, script), LONGEST);
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError(text, e);
    }
  }

  /** Returns the outcome of a fetch without options. */
  Fetched ask(String path) {
    return ask(path, "{}");
  }

  /** Returns the outcome of a fetch, whose options are JavaScript. */
  Fetched ask(String path, String init) {
    return Fetched.of(run("return await ask(\"%s\", %s);".formatted(path, init)));
  }

  /** Returns what reached the shop, such as {@code [OPTIONS 204, PUT 204]}. */
  List<String> recorded() {
    return site.recorded(id);
  }

  /** Returns what a request header was each time, or "-". */
  List<String> recorded(String header) {
    return site.recorded(id, header);
  }
}
