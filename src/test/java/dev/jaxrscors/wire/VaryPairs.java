package dev.jaxrscors.wire;

import static dev.jaxrscors.Seeds.one;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Pairs of requests that differ only in headers that {@code Vary} of the first one's response does
 * not name: a cache may give one the answer to the other.
 */
public final class VaryPairs {

  private static final List<String> NAMES =
      List.of(
          "origin",
          "access-control-request-method",
          "access-control-request-headers",
          "x-tenant",
          "x-off",
          "cookie",
          "authorization");

  private final Random random;
  private final Function<Request, Reply> server;

  public VaryPairs(Random random, Function<Request, Reply> server) {
    this.random = random;
    this.server = server;
  }

  /**
   * Sends pairs to some paths, and checks that both have the same header fields of the protocol.
   */
  public void check(int pairs, String... paths) {
    int granted = 0;
    for (int i = 0; i < pairs; i++) {
      String path = one(random, paths);
      String method = one(random, "GET", "GET", "OPTIONS", "OPTIONS", "HEAD");
      Map<String, String> headers = headers();
      Reply reply = send(method, path, headers);
      Map<String, String> others = others(headers, vary(reply));
      assertThat(send(method, path, others).corsFields())
          .as("%s %s with %s and with %s, Vary: %s", method, path, headers, others, vary(reply))
          .isEqualTo(reply.corsFields());
      granted += reply.corsFields().isEmpty() ? 0 : 1;
    }
    // Pairs of refusals alone would show little.
    assertThat(granted).isGreaterThan(pairs / 10);
  }

  private String value(String name) {
    return switch (name) {
      case "origin" ->
          one(random, "https://a.example", "https://b.example", "null", "http://a.example", "x y");
      case "access-control-request-method" -> one(random, "GET", "PUT", "DELETE", "p u t");
      case "access-control-request-headers" ->
          one(random, "content-type", "x-a,x-b", "authorization", ",", "a b");
      case "x-tenant" -> one(random, "blue", "red");
      default -> one(random, "1", "2");
    };
  }

  private Map<String, String> headers() {
    Map<String, String> headers = new TreeMap<>();
    for (String name : NAMES) {
      if (random.nextInt(3) > 0) {
        headers.put(name, value(name));
      }
    }
    return headers;
  }

  /** Returns a copy with other values of those that are not named, some of them gone. */
  private Map<String, String> others(Map<String, String> headers, Set<String> named) {
    Map<String, String> others = headers();
    others.keySet().removeAll(named);
    headers.forEach(
        (name, value) -> {
          if (named.contains(name)) {
            others.put(name, value);
          }
        });
    return others;
  }

  private Reply send(String method, String path, Map<String, String> headers) {
    List<Field> fields = new ArrayList<>();
    headers.forEach((name, value) -> fields.add(new Field(name, value)));
    return server.apply(new Request(method, path, fields, ""));
  }

  private static Set<String> vary(Reply reply) {
    Set<String> names = new TreeSet<>();
    reply.elements("Vary").forEach(name -> names.add(name.toLowerCase(Locale.ROOT)));
    return names;
  }
}
