package dev.jaxrscors.contract;

import dev.jaxrscors.wire.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The whole set of header lines that the library answers for: all of the CORS protocol, and {@code
 * Vary}. Compared as one, so that a line that is too much fails as well as one that is missing.
 */
final class CorsLines {

  static final String VARY_ORIGIN = "Vary: Origin";

  static final String VARY_PREFLIGHT =
      "Vary: Origin, Access-Control-Request-Method, Access-Control-Request-Headers";

  private CorsLines() {}

  /** Returns the lines of a reply, in alphabetical order. Vary may stand on several lines. */
  static List<String> of(Reply reply) {
    Stream<String> cors =
        reply.corsFields().stream().map(line -> canonical(line.name()) + ": " + line.value());
    List<String> vary = reply.all("Vary");
    Stream<String> merged =
        vary.isEmpty() ? Stream.empty() : Stream.of("Vary: " + String.join(", ", vary));
    return Stream.concat(cors, merged).sorted().toList();
  }

  /** Servers are free in the case of names. */
  private static String canonical(String name) {
    return Stream.of(name.toLowerCase(Locale.ROOT).split("-"))
        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
        .collect(Collectors.joining("-"));
  }

  /** Returns the lines that grant a preflight, with the age that is the default. */
  static List<String> granting(String origin, String methods, String headers, String... more) {
    List<String> lines = new ArrayList<>(List.of(more));
    lines.add("Access-Control-Allow-Headers: " + headers);
    lines.add("Access-Control-Allow-Methods: " + methods);
    lines.add("Access-Control-Allow-Origin: " + origin);
    lines.add("Access-Control-Max-Age: 600");
    lines.add(VARY_PREFLIGHT);
    return lines.stream().sorted().toList();
  }

  /** Returns the lines that refuse a preflight. */
  static List<String> refusing() {
    return List.of(VARY_PREFLIGHT);
  }

  /** Returns the lines that share an actual response with one origin. */
  static List<String> sharing(String origin, String... more) {
    List<String> lines = new ArrayList<>(List.of(more));
    lines.add("Access-Control-Allow-Origin: " + origin);
    lines.add(VARY_ORIGIN);
    return lines.stream().sorted().toList();
  }
}
