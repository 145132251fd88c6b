package dev.jaxrscors.testing;

import java.nio.charset.StandardCharsets;

/** A request's <a href="https://fetch.spec.whatwg.org/#concept-request-body">body</a>. */
final class Body {
  /** No body at all, which is not the same as an empty one: GET may not have that either. */
  static final Body NONE = new Body(new byte[0]);

  private final byte[] bytes;

  private Body(byte[] bytes) {
    this.bytes = bytes;
  }

  static Body of(byte[] bytes) {
    return new Body(bytes.clone());
  }

  static Body of(String text) {
    return new Body(text.getBytes(StandardCharsets.UTF_8));
  }

  byte[] bytes() {
    return bytes.clone();
  }
}
