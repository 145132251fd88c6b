package dev.jaxrscors.wire;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A request, sent exactly as it is written here: nothing is checked, folded, joined or left out, so
 * that a test can send what no browser and no ordinary client would.
 *
 * <pre>{@code
 * Request.of("OPTIONS", "orders").with("Origin", "https://a.example").with("Origin", "null");
 * }</pre>
 *
 * @param method the method, in the case it is sent in
 * @param path path and query, below where the application is
 * @param fields the header lines, in order, repeated ones included
 * @param body the body; each char is one byte
 */
public record Request(String method, String path, List<Field> fields, String body) {

  /** Copies the list. */
  public Request {
    fields = List.copyOf(fields);
  }

  public static Request of(String method, String path) {
    return new Request(method, path, List.of(), "");
  }

  public static Request get(String path) {
    return of("GET", path);
  }

  public static Request get(String path, String origin) {
    return get(path).from(origin);
  }

  public static Request options(String path) {
    return of("OPTIONS", path);
  }

  /** Asks whether pages of an origin may send a request with a method. */
  public static Request preflight(String path, String origin, String method) {
    return options(path).from(origin).with("Access-Control-Request-Method", method);
  }

  /** The same preflight, for a request with these header lines too. */
  public Request asking(String headers) {
    return with("Access-Control-Request-Headers", headers);
  }

  public Request from(String origin) {
    return with("Origin", origin);
  }

  /** Adds a line; another one of that name stays. */
  public Request with(String name, String value) {
    List<Field> more = new ArrayList<>(fields);
    more.add(new Field(name, value));
    return new Request(method, path, more, body);
  }

  public Request carrying(String newBody) {
    return new Request(method, path, fields, newBody);
  }

  /** Carries a text in UTF-8, and its media type. */
  public Request carrying(String mediaType, String text) {
    return with("Content-Type", mediaType)
        .carrying(new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
  }

  public boolean has(String name) {
    return fields.stream().anyMatch(f -> f.isNamed(name));
  }

  /** All lines of a field, as one. */
  public String joined(String name) {
    return String.join(
        ", ", fields.stream().filter(f -> f.isNamed(name)).map(Field::value).toList());
  }

  public boolean isPreflight() {
    return method.equals("OPTIONS") && has("Origin") && has("Access-Control-Request-Method");
  }
}
