package dev.jaxrscors.benchmarks.wire;

import dev.jaxrscors.benchmarks.dispatch.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Tells whether an answer is the one its case says, so that no load measures something else. */
final class AnswerCheck {

  private static final String ALLOW = "access-control-allow-";

  private final CorsLayer layer;
  private final Call call;
  private final Answer answer;
  private final List<String> mistakes = new ArrayList<>();

  private AnswerCheck(CorsLayer layer, Call call, Answer answer) {
    this.layer = layer;
    this.call = call;
    this.answer = answer;
  }

  /**
   * Returns what is wrong with an answer.
   *
   * @param layer what takes care of CORS in the server
   * @param call what it was asked
   * @param answer what it said
   * @return the mistakes, none where all is well
   */
  static List<String> mistakes(CorsLayer layer, Call call, Answer answer) {
    AnswerCheck check = new AnswerCheck(layer, call, answer);
    check.checkStatus();
    check.checkHeaders();
    return List.copyOf(check.mistakes);
  }

  private void checkStatus() {
    int status = layer.status(call);
    require(answer.status() == status, "status " + answer.status() + ", not " + status);
    if (status == 200 && !call.isPreflight()) {
      require(answer.body().equals("1"), "body \"" + answer.body() + "\", not \"1\"");
    }
  }

  private void checkHeaders() {
    if (!layer.grants(call)) {
      List<String> allowed = names().filter(name -> name.startsWith(ALLOW)).toList();
      require(allowed.isEmpty(), "header fields " + allowed + " where nothing is allowed");
      return;
    }
    require(values("origin").equals(List.of(Call.ALLOWED)), "origin " + values("origin"));
    require(values("credentials").equals(List.of("true")), "credentials " + values("credentials"));
    if (call == Call.PREFLIGHT_GRANTED) {
      require(lists("methods", "put"), "methods " + values("methods"));
      // The filter that is copied lists the same headers on every page, and not this one.
      require(
          layer == CorsLayer.HAND_WRITTEN || lists("headers", "x-api-key"),
          "headers " + values("headers"));
    }
  }

  private Stream<String> names() {
    return answer.headers().map().keySet().stream().map(name -> name.toLowerCase(Locale.ROOT));
  }

  private List<String> values(String what) {
    return answer.headers().allValues(ALLOW + what);
  }

  private boolean lists(String what, String name) {
    return values(what).stream()
        .flatMap(value -> List.of(value.split(",", -1)).stream())
        .anyMatch(element -> element.strip().equalsIgnoreCase(name));
  }

  private void require(boolean right, String mistake) {
    if (!right) {
      mistakes.add(mistake);
    }
  }
}
