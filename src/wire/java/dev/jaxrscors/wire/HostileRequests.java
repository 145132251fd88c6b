package dev.jaxrscors.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What is true of every answer of {@link HostileResources}, whatever is sent: no error of the
 * server, nothing granted to whom a plain regular expression does not let in, nothing echoed that
 * was not checked, and no resource method run on a preflight.
 *
 * <p>The input is a request as it stands on the wire: method and path on the first line, a header
 * on each other. Headers that the library does not look at are left out, and so is what no server
 * hands to a runtime.
 */
public final class HostileRequests {

  private static final Pattern METHOD = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]{1,64}");
  private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9a-z-]+");

  /** With a host of 253 characters, and no port. */
  private static final int LONGEST = 261;

  private static final String BELOW = "https://([a-z0-9_-]{1,63}\\.)+example\\.org";

  /** Whom the policy of each path lets in. */
  private static final Map<String, Pattern> ALLOWED =
      Map.of(
          "/listing", any(Pattern.quote(HostileResources.APP), BELOW),
          "/echoing", any(Pattern.quote(HostileResources.APP)),
          "/rejecting",
              any(Pattern.quote(HostileResources.APP), "null", "http://localhost(:[1-9]\\d{0,4})?"),
          "/asking", any(Pattern.quote(HostileResources.TENANT)),
          "/located/1", any(Pattern.quote(HostileResources.APP)));

  private static final Set<String> OTHERS = Set.of("/public", "/ungoverned");

  private static final Set<String> READ =
      Set.of(
          "origin",
          "access-control-request-method",
          "access-control-request-headers",
          "access-control-request-private-network",
          "authorization",
          "cookie",
          "forwarded",
          "host",
          "sec-fetch-site",
          "x-forwarded-host",
          "x-forwarded-port",
          "x-forwarded-proto",
          "x-tenant");

  private static final Map<String, Pattern> ANSWERED =
      Map.of(
          "access-control-allow-credentials", Pattern.compile("true"),
          "access-control-allow-methods", Pattern.compile("GET, HEAD, (PUT, DELETE|DELETE, PUT)"),
          "access-control-max-age", Pattern.compile("600"),
          "access-control-expose-headers", Pattern.compile("ETag"));

  private static final Pattern REPETITION = Pattern.compile("\\{(\\d+)\\*([^}]*)}");
  private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9a-f]{4})");

  private final Function<Request, Reply> server;

  /**
   * Takes what answers requests.
   *
   * @param server a runtime with {@link HostileApplication}
   */
  public HostileRequests(Function<Request, Reply> server) {
    this.server = server;
  }

  private static Pattern any(String... patterns) {
    return Pattern.compile(String.join("|", patterns));
  }

  /** Returns inputs for a fuzzer to begin with. */
  public static Stream<byte[]> seeds() {
    return Stream.concat(
            Stream.of(text("hostile-requests.txt").split("\n\n", -1)),
            probes().map(probe -> "GET /listing\nOrigin: " + probe))
        .map(request -> request.replaceAll("(?m)^#.*\n", ""))
        .map(request -> unescaped(repeated(request)).getBytes(StandardCharsets.ISO_8859_1));
  }

  private static Stream<String> probes() {
    return text("/dev/jaxrscors/probes/origins.txt")
        .lines()
        .filter(line -> line.contains(" |"))
        .map(line -> line.split(" \\|", 2)[1].stripLeading());
  }

  private static String text(String name) {
    try (InputStream file =
        Objects.requireNonNull(HostileRequests.class.getResourceAsStream(name))) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String repeated(String text) {
    return REPETITION
        .matcher(text)
        .replaceAll(r -> r.group(2).repeat(Integer.parseInt(r.group(1))));
  }

  private static String unescaped(String text) {
    return ESCAPE
        .matcher(text)
        .replaceAll(
            e -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(e.group(1), 16))));
  }

  /** Sends what an input holds, and checks the answer. */
  public void check(byte[] input) {
    Request request = request(new String(input, StandardCharsets.ISO_8859_1));
    Calls.Counted<Reply> counted = Calls.during(() -> server.apply(request));
    Reply reply = counted.result();

    assertThat(reply.status()).isLessThan(500);
    assertThat(reply.fields()).allMatch(field -> field.value().matches("[ -~]*"));
    assertThat(reply.corsFields()).allMatch(field -> isExpected(field, request));
    assertThat(reply.corsFields().stream().map(Field::name)).doesNotHaveDuplicates();
    if (request.isPreflight()) {
      assertThat(counted.calls()).isEmpty();
      assertThat(reply.body()).isEmpty();
    }
    checkGrant(request, reply);
  }

  private static void checkGrant(Request request, Reply reply) {
    boolean granted = !reply.all("Access-Control-Allow-Origin").isEmpty();
    boolean isGoverned = ALLOWED.containsKey(request.path());
    if (!granted) {
      assertThat(reply.corsFields()).isEmpty();
    }
    if (request.method().equals("GET") && isGoverned) {
      assertThat(granted).isEqualTo(isAllowed(request));
      assertThat(reply.elements("Vary")).contains("Origin");
    }
    if (request.path().equals("/public") && request.method().equals("GET")) {
      assertThat(granted).isTrue();
    }
  }

  private static boolean isExpected(Field field, Request request) {
    String name = field.name().toLowerCase(Locale.ROOT);
    return switch (name) {
      case "access-control-allow-origin" ->
          request.path().equals("/public")
              ? field.value().equals("*")
              : isAllowed(request) && field.value().equals(request.joined("Origin"));
      case "access-control-allow-headers" -> isListed(field.value(), request);
      default -> ANSWERED.containsKey(name) && ANSWERED.get(name).matcher(field.value()).matches();
    };
  }

  /** Only the names of a policy, but where it echoes those that were asked for. */
  private static boolean isListed(String names, Request request) {
    return switch (request.path()) {
      case "/echoing" -> {
        List<String> asked =
            List.of(
                request
                    .joined("Access-Control-Request-Headers")
                    .toLowerCase(Locale.ROOT)
                    .split("[ \t]*,[ \t]*", -1));
        yield List.of(names.split(", ", -1)).stream()
            .allMatch(name -> asked.contains(name) && NAME.matcher(name).matches());
      }
      case "/listing" -> names.equals("X-One, Content-Type");
      default -> names.equals("X-One");
    };
  }

  private static boolean isAllowed(Request request) {
    Pattern allowed = ALLOWED.get(request.path());
    List<String> origins = values(request, "Origin");
    return allowed != null
        && origins.size() == 1
        && origins.get(0).length() <= LONGEST
        && allowed.matcher(origins.get(0)).matches()
        && isPort(origins.get(0))
        && (!request.path().equals("/asking")
            || values(request, "X-Tenant").equals(List.of("blue")));
  }

  /** No browser writes the port that goes without saying, nor one that is none. */
  private static boolean isPort(String origin) {
    String port = origin.replaceFirst("^http://localhost:?", "");
    return port.isEmpty()
        || port.length() > 5
        || !port.matches("\\d+")
        || (Integer.parseInt(port) <= 65535 && !port.equals("80"));
  }

  private static List<String> values(Request request, String name) {
    return request.fields().stream().filter(f -> f.isNamed(name)).map(Field::value).toList();
  }

  private static Request request(String text) {
    List<String> lines = List.of(text.split("\n", -1));
    String[] start = lines.get(0).split(" ", 2);
    String method = METHOD.matcher(start[0]).matches() ? start[0] : "GET";
    String path = start.length > 1 ? start[1] : "";
    List<Field> fields = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      int colon = Math.max(0, line.indexOf(':'));
      String name = line.substring(0, colon);
      if (READ.contains(name.toLowerCase(Locale.ROOT))) {
        fields.add(new Field(name, stripped(line.substring(colon + 1))));
      }
    }
    return new Request(
        method, ALLOWED.containsKey(path) || OTHERS.contains(path) ? path : "/none", fields, "");
  }

  /** Takes away what every server takes away. */
  private static String stripped(String value) {
    return value.replaceAll("^[ \t]+|[ \t]+$", "").replace("\r", "");
  }
}
