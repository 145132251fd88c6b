package dev.jaxrscors.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What becomes of a request of a page, and why: the answer of {@link CorsReport#explain}.
 *
 * <p>It is immutable.
 *
 * @param outcome what the page gets
 * @param browser what its browser does, a sentence for each step
 * @param preflight what the server answers to the preflight; nothing if none is sent
 * @param response what the server adds to the response; nothing if the request is not sent
 * @param reasons why, in the order in which it is decided
 */
public record Explanation(
    Outcome outcome,
    List<String> browser,
    Optional<Answer> preflight,
    Optional<Answer> response,
    List<Reason> reasons) {

  /** What the page gets. */
  public enum Outcome {
    /** The page reads the response. */
    SHARED("The page may read the response."),
    /** The browser asks first, is refused, and never sends the request. */
    NOT_SENT("The browser does not send the request."),
    /** The request is served, and the browser keeps the response from the page. */
    UNREADABLE("The request is served, but the page may not read the response."),
    /** The server answers 403 before the resource runs. */
    REJECTED("The server rejects the request before the resource runs."),
    /** A locator decides at each request where it leads: no report can tell. */
    UNKNOWN("That is decided when the request comes.");

    private final String text;

    Outcome(String text) {
      this.text = text;
    }

    /**
     * Returns the outcome as a sentence.
     *
     * @return the sentence
     */
    public String text() {
      return text;
    }
  }

  /**
   * What the server answers, as far as it is a matter of CORS.
   *
   * <p>It is immutable.
   *
   * @param status the status; 0 where it is up to the resource
   * @param headers the header fields of CORS, {@code Vary} included, in their order
   */
  public record Answer(int status, Map<String, String> headers) {

    /**
     * Keeps the order of the fields.
     *
     * @param status the status; 0 where it is up to the resource
     * @param headers the header fields of CORS
     */
    public Answer {
      headers = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }
  }

  /**
   * A step of the decision.
   *
   * <p>It is immutable.
   *
   * @param step what it is about: {@code endpoint}, {@code policy}, a member such as {@code
   *     origins}, {@code written}, {@code remedy}, {@code note}
   * @param text what is found
   */
  public record Reason(String step, String text) {}

  /**
   * Takes the parts.
   *
   * @param outcome what the page gets
   * @param browser what its browser does
   * @param preflight what the server answers to the preflight
   * @param response what the server adds to the response
   * @param reasons why
   */
  public Explanation {
    browser = List.copyOf(browser);
    reasons = List.copyOf(reasons);
  }

  /**
   * Returns the explanation for programs.
   *
   * @return JSON
   */
  public String toJson() {
    Map<String, Object> whole = new LinkedHashMap<>();
    whole.put("outcome", outcome.name());
    whole.put("text", outcome.text());
    whole.put("browser", browser);
    preflight.ifPresent(answer -> whole.put("preflight", map(answer)));
    response.ifPresent(answer -> whole.put("response", map(answer)));
    whole.put(
        "reasons",
        reasons.stream()
            .map(
                reason -> {
                  Map<String, Object> map = new LinkedHashMap<>();
                  map.put("step", reason.step());
                  map.put("text", reason.text());
                  return map;
                })
            .toList());
    return Json.of(whole);
  }

  private static Map<String, Object> map(Answer answer) {
    Map<String, Object> map = new LinkedHashMap<>();
    if (answer.status() > 0) {
      map.put("status", answer.status());
    }
    map.put("headers", answer.headers());
    return map;
  }

  /**
   * Returns the explanation for people.
   *
   * @return some lines of text
   */
  @Override
  public String toString() {
    List<String> lines = new ArrayList<>();
    lines.add(outcome.text());
    lines.add("");
    for (int i = 0; i < browser.size(); i++) {
      lines.add((i + 1) + ". " + browser.get(i));
    }
    preflight.ifPresent(answer -> addAnswer(lines, "The preflight is answered", answer));
    response.ifPresent(answer -> addAnswer(lines, "The response has", answer));
    lines.add("");
    lines.add("Why:");
    reasons.forEach(reason -> lines.add("- " + reason.step() + ": " + reason.text()));
    return String.join("\n", lines) + "\n";
  }

  private static void addAnswer(List<String> lines, String title, Answer answer) {
    lines.add("");
    String status = answer.status() > 0 ? " " + answer.status() : "";
    boolean isBare = answer.headers().isEmpty();
    lines.add(title + status + (isBare ? ", and no field of CORS." : ":"));
    answer.headers().forEach((name, value) -> lines.add("    " + name + ": " + value));
  }
}
