package dev.jaxrscors.fetch;

import java.util.Locale;

/**
 * A value that the grammar or the Fetch standard does not admit, with the rule it breaks and what
 * to write instead.
 *
 * <p>Thrown when a developer's own value is parsed, never for the bytes of a request. Its message
 * is one line of printable ASCII, whatever the value holds:
 *
 * <pre>{@code
 * OriginPattern.parse("https://app.example.com/");
 * // "https://app.example.com/" is invalid, because an origin ends after its host and port;
 * // use "https://app.example.com"
 * }</pre>
 */
public final class InvalidValueException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** The value as it was written. */
  private final String value;

  /** Who does not admit it. */
  private final Word word;

  /** The rule it breaks. */
  private final String rule;

  /** What to do. */
  private final String remedy;

  InvalidValueException(String value, Word word, String rule, String remedy) {
    super(Quoted.of(value) + " is " + word + ", because " + rule + "; " + remedy);
    this.value = value;
    this.word = word;
    this.rule = rule;
    this.remedy = remedy;
  }

  /** Who does not admit the value. */
  public enum Word {
    /** The grammar: the value is ill-formed. */
    INVALID,
    /** The <a href="https://fetch.spec.whatwg.org/">Fetch standard</a>: no browser goes by it. */
    FORBIDDEN;

    /** {@return the word as it stands in a message: {@code invalid} or {@code forbidden}} */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** {@return the value as it was written} */
  public String value() {
    return value;
  }

  /** {@return who does not admit the value, as a word for a message} */
  public Word word() {
    return word;
  }

  /** {@return the rule that the value breaks, as a clause to stand after "because"} */
  public String rule() {
    return rule;
  }

  /**
   * {@return what to do, as a clause in the imperative, with the corrected value in double quotes
   * if there is one}
   */
  public String remedy() {
    return remedy;
  }
}
