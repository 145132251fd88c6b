package dev.jaxrscors.testing;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a request of a page: a value that explains itself.
 *
 * <pre>{@code
 * browser.delete(uri).send().explanation();
 * // blocked at the preflight: DELETE is not in Access-Control-Allow-Methods
 * }</pre>
 *
 * <p>Both are immutable.
 */
public sealed interface Outcome {

  /**
   * Returns what became of the request.
   *
   * @return one sentence
   */
  String explanation();

  /**
   * Returns the steps that were made, preflights and redirects included.
   *
   * @return the steps in their order; none if nothing was sent or nothing answered
   */
  List<Exchange> exchanges();

  /**
   * The page may read the response, errors of the server such as a 404 included.
   *
   * <p>It is immutable.
   *
   * @param status the status of the response
   * @param headers the header fields that the page may read
   * @param body the body, read as UTF-8
   * @param exchanges the steps that were made
   */
  record Shared(int status, Headers headers, String body, List<Exchange> exchanges)
      implements Outcome {

    /**
     * Creates the outcome of a request whose response the page may read.
     *
     * @param status the status of the response
     * @param headers the header fields that the page may read
     * @param body the body, read as UTF-8
     * @param exchanges the steps that were made
     */
    public Shared {
      exchanges = List.copyOf(exchanges);
    }

    /**
     * Returns the value of a header, as far as the page may read it.
     *
     * @param name the name of the header
     * @return the value, or null if there is none or it is hidden
     */
    public @Nullable String header(String name) {
      return headers.get(name);
    }

    @Override
    public String explanation() {
      return "shared with the page: status " + status + ", readable headers " + headers.names();
    }

    /**
     * Returns the explanation and the steps.
     *
     * @return several lines
     */
    @Override
    public String toString() {
      return described(this);
    }
  }

  /**
   * The page may not read the response, or the request was not sent at all: the script sees a
   * {@code TypeError} that does not say why.
   *
   * <p>It is immutable.
   *
   * @param stage where it was blocked
   * @param reason why, such as {@code x-api-key is not in Access-Control-Allow-Headers}
   * @param exchanges the steps that were made
   */
  record Blocked(Stage stage, String reason, List<Exchange> exchanges) implements Outcome {

    /**
     * Creates the outcome of a request that was blocked.
     *
     * @param stage where it was blocked
     * @param reason why
     * @param exchanges the steps that were made
     */
    public Blocked {
      exchanges = List.copyOf(exchanges);
    }

    @Override
    public String explanation() {
      return "blocked " + stage.words() + ": " + reason;
    }

    /**
     * Returns the explanation and the steps.
     *
     * @return several lines
     */
    @Override
    public String toString() {
      return described(this);
    }
  }

  private static String described(Outcome outcome) {
    return outcome.exchanges().stream()
        .map(exchange -> "\n  " + exchange)
        .collect(Collectors.joining("", outcome.explanation(), ""));
  }
}
