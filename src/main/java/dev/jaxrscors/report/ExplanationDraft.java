package dev.jaxrscors.report;

import dev.jaxrscors.fetch.Quoted;
import dev.jaxrscors.report.Explanation.Answer;
import dev.jaxrscors.report.Explanation.Outcome;
import dev.jaxrscors.report.Explanation.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An explanation while it is written. */
final class ExplanationDraft {

  private final List<String> browser = new ArrayList<>();
  private final List<Reason> reasons = new ArrayList<>();
  private Optional<Answer> preflight = Optional.empty();
  private Optional<Answer> response = Optional.empty();

  /** Adds what the browser does next, a sentence. */
  void browser(String step) {
    browser.add(step);
  }

  /** Adds that the browser asks for the request by a preflight. */
  void asksFirst(PageCall call) {
    String headers = call.asked().isEmpty() ? "" : " with " + call.askedInWords();
    browser(
        "The browser asks first, by a preflight: OPTIONS %s, for %s%s from %s."
            .formatted(
                Quoted.unquoted(call.path()),
                Quoted.unquoted(call.method()),
                headers,
                Quoted.unquoted(call.origin())));
  }

  void reason(String step, String text) {
    reasons.add(new Reason(step, text));
  }

  void note(String text) {
    reason("note", text);
  }

  /** Sets what the server answers to the preflight. */
  void preflight(int status, Map<String, String> headers) {
    preflight = Optional.of(new Answer(status, headers));
  }

  /** Sets what the server adds to the response; in the place of what was set before. */
  void response(int status, Map<String, String> headers) {
    response = Optional.of(new Answer(status, headers));
  }

  Explanation with(Outcome outcome) {
    return new Explanation(outcome, browser, preflight, response, reasons);
  }
}
