package dev.jaxrscors.testing;

/**
 * A <a href="https://fetch.spec.whatwg.org/#concept-network-error">network error</a>: what a fetch
 * ends with at once, wherever it is.
 */
final class NetworkError extends Exception {
  private static final long serialVersionUID = 1L;

  private final Stage stage;

  NetworkError(Stage stage, String reason) {
    super(reason, null, false, false);
    this.stage = stage;
  }

  Stage stage() {
    return stage;
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}
