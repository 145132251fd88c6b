package dev.jaxrscors.browsers.differential;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.Credentials;
import dev.jaxrscors.Target;
import dev.jaxrscors.browsers.differential.Ask.Mode;
import dev.jaxrscors.fetch.RequestMethod;
import dev.jaxrscors.internal.protocol.CompiledPolicy;
import dev.jaxrscors.internal.protocol.Preflight;
import dev.jaxrscors.internal.protocol.Verdict.Denied;
import dev.jaxrscors.policy.Policy;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the library answers to preflights: policies at random, and calls at random. Their responses
 * would be shared with the page, so that what stops them is the preflight alone.
 */
final class LibraryCases {
  /** Stands for the page's origin, which is known when the servers run. */
  private static final String PAGE = "http://127.0.0.1:1";

  private static final int ROUNDS = 700;
  private static final String VERBS = "GET HEAD POST PUT PATCH DELETE QUERY";
  private static final Set<String> NORMALIZED =
      Set.of("DELETE", "GET", "HEAD", "OPTIONS", "POST", "PUT");
  private static final Set<String> SAFELISTED = Set.of("GET", "HEAD", "POST");

  private static final List<List<String>> METHOD_LISTS =
      List.of(
          List.of("*"),
          List.of("GET"),
          List.of("PUT", "DELETE"),
          List.of("GET", "PATCH"),
          List.of("POST", "QUERY"));
  private static final List<List<String>> HEADER_LISTS =
      List.of(
          List.of("X-A"),
          List.of("X-A", "x-b", "Content-Type"),
          List.of("Authorization"),
          List.of(CorsPolicy.NONE),
          List.of("*"),
          List.of("*", "Authorization"));
  private static final List<String> METHODS =
      List.of("GET", "HEAD", "POST", "PUT", "put", "PATCH", "patch", "DELETE", "QUERY", "Query");

  private static final Map<String, String> HEADERS =
      Map.of(
          "X-A", "1",
          "x-B", "2",
          "X-C", "3",
          "Authorization", "Bearer t",
          "Content-Type", "application/json",
          "*", "4");

  private final Random random = new Random(20261128);
  private final String shared;

  private LibraryCases(String shared) {
    this.shared = shared;
  }

  /** Returns the cases, each of which begins with a preflight. */
  static List<Case> all(String shared) {
    LibraryCases made = new LibraryCases(shared);
    List<Case> cases = new ArrayList<>();
    while (cases.size() < ROUNDS) {
      Ask ask = made.ask();
      if (!SAFELISTED.contains(normalized(ask.method())) || !ask.headers().isEmpty()) {
        cases.add(made.answered(ask, cases.size()));
      }
    }
    return cases;
  }

  private Ask ask() {
    Ask ask = Ask.to(any(METHODS));
    for (String name : HEADERS.keySet().stream().sorted().toList()) {
      ask = random.nextInt(4) == 0 ? ask.with(name, HEADERS.getOrDefault(name, "")) : ask;
    }
    return ask;
  }

  private Case answered(Ask ask, int number) {
    boolean credentialed = random.nextBoolean();
    CompiledPolicy endpoint = endpoint(credentialed);
    dev.jaxrscors.internal.protocol.Verdict verdict = endpoint.judge(preflight(ask));
    boolean isRefused = verdict instanceof Denied denied && !denied.isLeftToBrowser();
    String kind =
        isRefused ? "refused-" : verdict instanceof Denied ? "left-to-browser-" : "granted-";
    String fields =
        verdict.headers().asMap().entrySet().stream()
            .map(field -> field.getKey() + ": " + field.getValue().replace(PAGE, "{page}"))
            .collect(Collectors.joining("\n"));
    // With credentials and without: only where they are allowed can either be let through.
    Mode mode = credentialed && random.nextBoolean() ? Mode.INCLUDE : Mode.SAME_ORIGIN;
    String preflight = (isRefused ? "403 X" : "204 X") + "\n" + fields;
    return Case.of(kind + number, preflight, shared, ask.in(mode));
  }

  private CompiledPolicy endpoint(boolean credentialed) {
    Policy.Builder policy =
        Policy.builder()
            .origins(!credentialed && random.nextInt(4) == 0 ? "*" : PAGE)
            .methods(any(METHOD_LISTS).toArray(String[]::new))
            .allowedHeaders(any(HEADER_LISTS).toArray(String[]::new));
    Policy built = credentialed ? policy.credentials(Credentials.ALLOW).build() : policy.build();
    return new CompiledPolicy(
        built, Stream.of(VERBS.split(" ", -1)).map(RequestMethod::of).toList(), Set.of());
  }

  private static Preflight preflight(Ask ask) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < ask.headers().size(); i += 2) {
      names.add(ask.headers().get(i).toLowerCase(Locale.ROOT));
    }
    List<String> lines =
        names.isEmpty()
            ? List.of()
            : List.of(names.stream().sorted().collect(Collectors.joining(",")));
    return new Preflight(
        List.of(PAGE), List.of(normalized(ask.method())), lines, LibraryCases::noTarget);
  }

  private static String normalized(String method) {
    String upperCase = method.toUpperCase(Locale.ROOT);
    return NORMALIZED.contains(upperCase) ? upperCase : method;
  }

  private static Target noTarget() {
    throw new IllegalStateException("no rule asks what the request reaches");
  }

  private <T> T any(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
