package dev.jaxrscors.wire;

import java.util.ArrayList;
import java.util.List;

/**
 * A request, sent exactly as it is written here. Only {@code Host}, {@code Content-Length} and
 * {@code Connection} are added.
 *
 * @param method the method
 * @param path path and query
 * @param fields the header lines, in order, repeated ones included
 * @param body the body, of which each char is one byte
 */
record Request(String method, String path, List<Field> fields, String body) {

  static Request of(String method, String path) {
    return new Request(method, path, List.of(), "");
  }

  static Request get(String path) {
    return of("GET", path);
  }

  static Request get(String path, String origin) {
    return get(path).from(origin);
  }

  static Request options(String path) {
    return of("OPTIONS", path);
  }

  /** Asks whether pages of an origin may send a request with a method. */
  static Request preflight(String path, String origin, String method) {
    return options(path).from(origin).with("Access-Control-Request-Method", method);
  }

  /** The same preflight, for a request with these header lines too. */
  Request asking(String headers) {
    return with("Access-Control-Request-Headers", headers);
  }

  Request from(String origin) {
    return with("Origin", origin);
  }

  /** Adds a line; another one of that name stays. */
  Request with(String name, String value) {
    List<Field> more = new ArrayList<>(fields);
    more.add(new Field(name, value));
    return new Request(method, path, List.copyOf(more), body);
  }

  Request carrying(String newBody) {
    return new Request(method, path, fields, newBody);
  }

  boolean has(String name) {
    return fields.stream().anyMatch(f -> f.isNamed(name));
  }

  /** All lines of a field, as one. */
  String joined(String name) {
    return String.join(
        ", ", fields.stream().filter(f -> f.isNamed(name)).map(Field::value).toList());
  }

  boolean isPreflight() {
    return method.equals("OPTIONS") && has("Origin") && has("Access-Control-Request-Method");
  }

  /** The bytes of the request, as chars. */
  String toWire(String authority) {
    StringBuilder wire = new StringBuilder();
    wire.append(method).append(' ').append(path).append(" HTTP/1.1\r\n");
    if (!has("Host")) {
      wire.append("Host: ").append(authority).append("\r\n");
    }
    fields.forEach(f -> wire.append(f).append("\r\n"));
    if (!body.isEmpty() && !has("Content-Length")) {
      wire.append("Content-Length: ").append(body.length()).append("\r\n");
    }
    return wire.append("Connection: close\r\n\r\n").append(body).toString();
  }
}
