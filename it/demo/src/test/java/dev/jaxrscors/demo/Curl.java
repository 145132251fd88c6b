package dev.jaxrscors.demo;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The request that a {@code curl} command sends, as far as the commands of the demo go. */
final class Curl {

  private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");

  private String method = "GET";
  private final List<String> headers = new ArrayList<>();
  private final List<URI> uris = new ArrayList<>();

  private Curl() {}

  /** Returns the request, and fails at an option that is not known here. */
  static String request(String command) {
    Curl curl = new Curl();
    List<String> words =
        WORD.matcher(command)
            .results()
            .map(word -> word.group(1) == null ? word.group(2) : word.group(1))
            .toList();
    for (int i = 1; i < words.size(); i++) {
      switch (words.get(i)) {
        case "-i" -> {}
        case "-X" -> curl.method = words.get(++i);
        case "-H" -> curl.headers.add(words.get(++i));
        default -> curl.uris.add(URI.create(words.get(i)));
      }
    }
    return curl.asRequest();
  }

  private String asRequest() {
    if (uris.size() != 1 || !uris.get(0).isAbsolute()) {
      throw new AssertionError("not one URL: " + uris);
    }
    URI uri = uris.get(0);
    List<String> lines = new ArrayList<>();
    lines.add(method + " " + uri.getPath() + " HTTP/1.1");
    lines.add("Host: " + uri.getAuthority());
    lines.addAll(headers);
    return String.join("\n", lines) + "\n\n";
  }
}
