package dev.jaxrscors.internal.protocol;

import dev.jaxrscors.Credentials;
import dev.jaxrscors.policy.Policy;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Lists of request headers by splitting them at commas and comparing each: slow, and written apart
 * from the code that it is compared with.
 */
final class NaiveHeaderLists {

  private static final String APP = "https://app.example";
  private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
  private static final Pattern NO_SCRIPT =
      Pattern.compile(
          "(?i)proxy-.*|sec-.*|cookie|host|origin|te|access-control-request-.*"
              + "|accept-charset|accept-encoding|connection|content-length|cookie2|date|dnt|expect"
              + "|keep-alive|referer|set-cookie|trailer|transfer-encoding|upgrade|via");

  private NaiveHeaderLists() {}

  /** What a policy allows. */
  enum Kind {
    NAMED("Content-Type,X-A,Accept"),
    ANY("*"),
    ANY_AND_AUTHORIZATION("*,Authorization");

    private final String names;

    Kind(String names) {
      this.names = names;
    }

    private String[] allowed() {
      return names.split(",", -1);
    }

    private boolean allows(String name, boolean credentials) {
      if (this == NAMED) {
        return Stream.of(allowed()).anyMatch(name::equalsIgnoreCase);
      }
      if (name.equalsIgnoreCase("authorization")) {
        return this == ANY_AND_AUTHORIZATION;
      }
      return !credentials || (!name.equals("*") && !NO_SCRIPT.matcher(name).matches());
    }
  }

  private static final Map<Kind, CompiledPolicy> WITH_CREDENTIALS = policies(Credentials.ALLOW);
  private static final Map<Kind, CompiledPolicy> WITHOUT = policies(Credentials.REFUSE);

  private static Map<Kind, CompiledPolicy> policies(Credentials credentials) {
    return Stream.of(Kind.values())
        .collect(
            Collectors.toUnmodifiableMap(
                kind -> kind,
                kind ->
                    Judging.endpoint(
                        Policy.builder()
                            .origins(APP)
                            .allowedHeaders(kind.allowed())
                            .credentials(credentials),
                        "PUT")));
  }

  /** Lets the library judge a preflight with these lines. */
  static Verdict judged(Kind kind, boolean credentials, List<String> lines) {
    CompiledPolicy policy =
        Objects.requireNonNull((credentials ? WITH_CREDENTIALS : WITHOUT).get(kind));
    return Judging.preflight(policy, APP, "PUT", lines.toArray(String[]::new));
  }

  /** Reports whether such a preflight is to be granted. */
  static boolean isGranted(Kind kind, boolean credentials, List<String> lines) {
    List<String> names = split(lines);
    return isReadable(lines, names)
        && names.stream().allMatch(name -> name.isEmpty() || kind.allows(name, credentials));
  }

  /** Returns the list that a grant is to answer with. */
  static String answer(Kind kind, boolean credentials, List<String> lines) {
    if (kind == Kind.NAMED || !credentials) {
      return kind.names.replace(",", ", ");
    }
    return split(lines).stream()
        .filter(name -> !name.isEmpty())
        .map(name -> name.toLowerCase(Locale.ROOT))
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private static List<String> split(List<String> lines) {
    List<String> names = new ArrayList<>();
    for (String line : lines) {
      for (String name : line.split(",", -1)) {
        names.add(name.replaceAll("^[ \t]+|[ \t]+$", ""));
      }
    }
    return names;
  }

  private static boolean isReadable(List<String> lines, List<String> names) {
    return String.join(",", lines).length() <= 8192
        && names.size() <= 128
        && names.stream().allMatch(name -> name.isEmpty() || TOKEN.matcher(name).matches());
  }
}
