package dev.jaxrscors.browsers.differential;

import dev.jaxrscors.browsers.differential.Ask.Mode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The table: every combination of what counts, and the odd ones by hand. */
final class Cases {
  private static final String ORIGIN = "Access-Control-Allow-Origin: {page}\n";
  private static final String CREDENTIALS = "Access-Control-Allow-Credentials: true\n";
  private static final String NULL = "Access-Control-Allow-Origin: null\n";
  private static final String BEYOND = "Location: {beyond}{next}\n";
  private static final String METHODS = "Access-Control-Allow-Methods: ";
  private static final String HEADERS = "Access-Control-Allow-Headers: ";
  private static final String MAX_AGE = "Access-Control-Max-Age: ";

  private static final String GRANTED = ORIGIN + CREDENTIALS;
  private static final String SHARED = answer("200 OK", GRANTED) + "\n\nhello";

  private final List<Case> cases = new ArrayList<>();

  private Cases() {}

  static List<Case> all() {
    Cases table = new Cases();
    table.addOrigins();
    table.addStatuses();
    table.addPreflightStatuses();
    table.addMethods();
    table.addHeaders();
    table.addSafelist();
    table.addExposed();
    table.addMaxAges();
    table.addRepeated();
    table.addRedirects();
    table.addOddRedirects();
    table.addForbidden();
    table.cases.addAll(LibraryCases.all(SHARED));
    table.addToldThenLess();
    return table.cases;
  }

  /** Returns an answer of a status line and header fields, some of which may be empty. */
  private static String answer(String status, String... fields) {
    return (status + "\n" + String.join("\n", fields))
        .replaceAll("\n+", "\n")
        .replaceFirst("\n$", "");
  }

  private void add(String group, String preflight, String actual, Ask... asks) {
    cases.add(Case.of(group + "-" + cases.size(), preflight, actual, asks));
  }

  /** Who may read a response. */
  private void addOrigins() {
    for (String origin : Values.ORIGINS) {
      for (String credentials : Values.CREDENTIALS) {
        for (Mode mode : Mode.values()) {
          add("origin", "501 X", answer("200 OK", origin, credentials), Ask.to("GET").in(mode));
        }
      }
      String preflight = answer("204 X", origin, CREDENTIALS, METHODS + "PUT");
      add("preflight-origin", preflight, SHARED, Ask.to("PUT"));
      add("preflight-origin", preflight, SHARED, Ask.to("PUT").in(Mode.INCLUDE));
    }
  }

  private void addStatuses() {
    for (String status : Values.STATUSES) {
      add("status", "501 X", answer(status, ORIGIN), Ask.to("GET"));
      add("status", "501 X", answer(status), Ask.to("GET"));
      add("status", "501 X", answer(status, GRANTED), Ask.to("POST").in(Mode.INCLUDE));
    }
  }

  private void addPreflightStatuses() {
    for (String status : Values.STATUSES) {
      for (Mode mode : Mode.values()) {
        String preflight = answer(status, GRANTED, METHODS + "PUT", HEADERS + "x-a");
        add("preflight-status", preflight, SHARED, Ask.to("PUT").in(mode).with("X-A", "1"));
      }
    }
  }

  /** What a preflight must say of the method. */
  private void addMethods() {
    for (String method : Values.METHODS) {
      for (String allowed : Values.ALLOWED_METHODS) {
        for (Mode mode : Mode.values()) {
          String preflight = answer("204 X", GRANTED, allowed, HEADERS + "x-a");
          add("method", preflight, SHARED, Ask.to(method).in(mode).with("X-A", "1"));
        }
      }
    }
  }

  /** What a preflight must say of headers. */
  private void addHeaders() {
    for (List<String> headers : Values.HEADERS) {
      for (String allowed : Values.ALLOWED_HEADERS) {
        for (Mode mode : Mode.values()) {
          String preflight = answer("204 X", GRANTED, METHODS + "PUT", allowed);
          add("header", preflight, SHARED, new Ask("PUT", mode, headers));
        }
      }
    }
  }

  /** Which headers need a preflight at all. */
  private void addSafelist() {
    for (List<String> header : Values.SIMPLE_OR_NOT) {
      String name = header.get(0).toLowerCase(Locale.ROOT);
      String preflight = answer("204 X", ORIGIN, HEADERS + name);
      add("safelist", preflight, SHARED, new Ask("GET", Mode.SAME_ORIGIN, header));
    }
  }

  private void addExposed() {
    for (String exposed : Values.EXPOSED) {
      for (Mode mode : Mode.values()) {
        String actual =
            answer(
                "200 OK",
                GRANTED,
                exposed,
                "ETag: \"1\"\nX-Total: 7\nContent-Type: text/plain\nSet-Cookie: a=b\nPragma: x");
        add("exposed", "501 X", actual, Ask.to("GET").in(mode));
      }
    }
  }

  /** Whether the second request needs a preflight. */
  private void addMaxAges() {
    for (String age : Values.MAX_AGES) {
      String preflight = answer("204 X", ORIGIN, METHODS + "PUT", age);
      add("max-age", preflight, SHARED, Ask.to("PUT"), Ask.to("PUT"));
    }
  }

  /** What the preflight cache holds. */
  private void addRepeated() {
    Ask put = Ask.to("PUT");
    String some =
        answer("204 X", GRANTED, METHODS + "PUT, DELETE", HEADERS + "x-a, x-b", MAX_AGE + "600");
    repeat("another-listed-method", some, put, Ask.to("DELETE"));
    repeat("another-listed-header", some, put.with("X-A", "1"), put.with("X-B", "1"));
    repeat(
        "a-simple-method-with-listed-headers",
        some,
        put.with("X-A", "1"),
        Ask.to("GET").with("X-B", "1").with("x-a", "2"));
    repeat("a-method-that-is-not-listed", some, put, Ask.to("PATCH"));
    repeat("a-header-that-is-not-listed", some, put, put.with("X-C", "1"));
    repeat("again-after-a-refused-preflight", some, put, put.with("X-C", "1"), put);
    repeat("without-credentials-then-with", some, put, put.in(Mode.INCLUDE), put.in(Mode.INCLUDE));
    repeat("with-credentials-then-without", some, put.in(Mode.INCLUDE), put);
    repeat(
        "another-listed-method-with-credentials",
        some,
        put.in(Mode.INCLUDE),
        Ask.to("DELETE").in(Mode.INCLUDE).with("x-A", "1"));
    repeat("ten-times", some, put, put, put, put, put, put, put, put, put, put);

    String any = answer("204 X", ORIGIN, METHODS + "*", HEADERS + "*", MAX_AGE + "600");
    repeat("any-method-and-header", any, put, Ask.to("DELETE").with("X-Z", "1"));
    repeat("any-method", any, put, Ask.to("patch"));
    repeat("any-header-then-authorization", any, put, put.with("Authorization", "Bearer t"));
    repeat(
        "asterisk-method-with-credentials",
        answer("204 X", GRANTED, METHODS + "PUT, *", MAX_AGE + "600"),
        put.in(Mode.INCLUDE),
        Ask.to("DELETE").in(Mode.INCLUDE));
    repeat(
        "asterisk-header-with-credentials",
        answer("204 X", GRANTED, HEADERS + "x-a, *", MAX_AGE + "600"),
        Ask.to("GET").in(Mode.INCLUDE).with("X-A", "1"),
        Ask.to("GET").in(Mode.INCLUDE).with("X-B", "1"));

    String unshared = answer("200 OK");
    cases.add(Case.of("again-after-an-unshared-response", some, unshared, put, put));
    cases.add(Case.of("again-after-unshared-responses", some, unshared, put, Ask.to("GET"), put));
  }

  private void repeat(String name, String preflight, Ask... asks) {
    cases.add(Case.of(name, preflight, SHARED, asks));
  }

  /** An answer that the browser refuses for what was asked for is not kept for less. */
  private void addToldThenLess() {
    String told =
        answer("204 X", GRANTED, METHODS + "PUT, DELETE", HEADERS + "x-a", MAX_AGE + "600");
    Ask put = Ask.to("PUT");
    repeat("told-of-a-header-then-without-it", told, put.with("X-C", "1"), put);
    repeat("told-of-a-header-then-with-another", told, put.with("X-C", "1"), put.with("X-A", "1"));
    repeat("told-of-a-method-then-another", told, Ask.to("PATCH"), Ask.to("DELETE"));
    repeat("told-again", told, Ask.to("PATCH"), Ask.to("PATCH"));
  }

  private void addRedirects() {
    for (String status : List.of("301 X", "302 X", "303 X", "307 X", "308 X")) {
      String redirect = answer(status, ORIGIN, BEYOND);
      for (String next : List.of(ORIGIN, NULL, "Access-Control-Allow-Origin: *", "")) {
        cases.add(
            Case.of("redirect-" + cases.size(), "501 X", redirect, Ask.to("GET"))
                .next("501 X", answer("200 OK", next)));
      }
      for (String method : List.of("POST", "HEAD", "PUT")) {
        String id = "redirect-" + method + "-" + status.substring(0, 3);
        cases.add(
            Case.of(id, answer("204 X", ORIGIN, METHODS + "PUT"), redirect, Ask.to(method))
                .next(answer("204 X", NULL, METHODS + "PUT"), answer("200 OK", NULL)));
      }
    }
    for (String location : Values.LOCATIONS) {
      for (String origin : List.of(ORIGIN, "")) {
        String redirect = answer("302 X", origin, location);
        cases.add(
            Case.of("location-" + cases.size(), "501 X", redirect, Ask.to("GET"))
                .next("501 X", SHARED));
      }
    }
  }

  private void addOddRedirects() {
    String redirect = answer("307 X", GRANTED, BEYOND);
    String shared = answer("200 OK", NULL, CREDENTIALS);
    Ask identified = Ask.to("GET").with("Authorization", "Bearer t").with("X-A", "1");
    cases.add(
        Case.of(
                "redirect-with-authorization",
                answer("204 X", ORIGIN, HEADERS + "authorization, x-a"),
                redirect,
                identified)
            .next(answer("204 X", NULL, HEADERS + "x-a"), shared));
    String allowPut = answer("204 X", ORIGIN, METHODS + "PUT", MAX_AGE + "600");
    cases.add(
        Case.of("again-after-a-failed-redirect", allowPut, redirect, Ask.to("PUT"), Ask.to("PUT"))
            .next("403 X", shared));
    Ask credentialed = Ask.to("GET").in(Mode.INCLUDE);
    cases.add(
        Case.of("redirect-with-credentials", "501 X", redirect, credentialed)
            .next("501 X", shared));
    String home = answer("302 X", ORIGIN, "Location: {page}{next}");
    cases.add(
        Case.of("redirect-home", "501 X", home, Ask.to("GET"))
            .next("501 X", answer("200 OK", ORIGIN)));
  }

  /** What no script may send. */
  private void addForbidden() {
    for (String method : List.of("TRACE", "Connect", "track", "P UT", "")) {
      add("forbidden", "204 X", SHARED, Ask.to(method));
    }
    for (String name : Values.FORBIDDEN_HEADERS) {
      String preflight = answer("204 X", ORIGIN, HEADERS + name);
      add("forbidden", preflight, SHARED, Ask.to("GET").with(name, "TRACE"));
    }
  }
}
