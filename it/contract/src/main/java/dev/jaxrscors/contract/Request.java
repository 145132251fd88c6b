package dev.jaxrscors.contract;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * One request as it goes over the wire: nothing is checked, folded, joined or left out, so that a
 * test can send what no browser and no ordinary client would.
 *
 * <pre>{@code
 * Request.of("OPTIONS", "orders").with("Origin", "https://a.example").with("Origin", "null");
 * }</pre>
 *
 * @param method the method, in the case it is sent in
 * @param path the path, relative to the base URI of the application asked
 * @param headers the header lines, in the order they are sent in
 * @param body the body, one character per byte
 */
public record Request(String method, String path, List<HeaderLine> headers, String body) {

  /**
   * Copies the list.
   *
   * @param method the method
   * @param path the path
   * @param headers the header lines
   * @param body the body, one character per byte
   */
  public Request {
    headers = List.copyOf(headers);
  }

  /**
   * Returns a request without header lines and without a body.
   *
   * @param method the method
   * @param path the path, relative to the base URI of the application asked
   * @return the request
   */
  public static Request of(String method, String path) {
    return new Request(method, path, List.of(), "");
  }

  /**
   * Returns this request with one more header line; a second line of one name stays a second line.
   *
   * @param name the name, sent as it is
   * @param value the value, sent as it is, each character one byte
   * @return the longer request
   */
  public Request with(String name, String value) {
    List<HeaderLine> longer = new ArrayList<>(headers);
    longer.add(new HeaderLine(name, value));
    return new Request(method, path, longer, body);
  }

  /**
   * Returns this request with a body and the media type of that body.
   *
   * @param mediaType the value of the Content-Type line
   * @param text the body, sent in UTF-8
   * @return the request with that body
   */
  public Request withBody(String mediaType, String text) {
    String bytes = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    return new Request(method, path, with("Content-Type", mediaType).headers, bytes);
  }

  /**
   * Reports whether a header line of this name is sent.
   *
   * @param name the name, in any case
   * @return whether there is at least one such line
   */
  public boolean has(String name) {
    return headers.stream().anyMatch(line -> line.isNamed(name));
  }
}
