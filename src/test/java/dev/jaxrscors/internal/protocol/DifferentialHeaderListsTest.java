package dev.jaxrscors.internal.protocol;

import static dev.jaxrscors.Seeds.one;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.Credentials;
import dev.jaxrscors.Seeds;
import dev.jaxrscors.policy.Policy;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Lists of request headers, against splitting them at commas and comparing each. */
class DifferentialHeaderListsTest {

  private static final int LISTS = 20_000;
  private static final String APP = "https://app.example";
  private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
  private static final Pattern NO_SCRIPT =
      Pattern.compile("(?i)proxy-.*|sec-.*|cookie|host|origin|te|access-control-request-.*");

  private final Random random = Seeds.random(DifferentialHeaderListsTest.class);

  private String name() {
    String name =
        one(
            random,
            "content-type",
            "x-a",
            "x-ab",
            "x-b",
            "authorization",
            "x-",
            "a",
            "*",
            "cookie",
            "sec-x",
            "accept",
            "x a",
            "x\u212a",
            "x:",
            "",
            "x-a\u0000",
            "host");
    return random.nextInt(5) == 0 ? name.toUpperCase(Locale.ROOT) : name;
  }

  private String line() {
    StringBuilder line = new StringBuilder();
    for (int i = random.nextInt(random.nextInt(20) == 0 ? 200 : 6); i >= 0; i--) {
      line.append(one(random, "", " ", "\t", "  ")).append(name());
      line.append(one(random, "", " ", "\t")).append(i > 0 ? "," : "");
    }
    return line.toString();
  }

  private List<String> lines() {
    return Stream.generate(this::line).limit(random.nextInt(3)).toList();
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

  private enum Kind {
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

  @Test
  void a_preflight_is_granted_when_every_name_that_splitting_finds_is_allowed() {
    int granted = 0;
    for (int i = 0; i < Seeds.cases(LISTS); i++) {
      Kind kind = one(random, Kind.values());
      boolean credentials = random.nextBoolean();
      CompiledPolicy policy =
          Judging.endpoint(
              Policy.builder()
                  .origins(APP)
                  .allowedHeaders(kind.allowed())
                  .credentials(credentials ? Credentials.ALLOW : Credentials.REFUSE),
              "PUT");
      List<String> lines = lines();
      List<String> names = split(lines);
      boolean expected =
          isReadable(lines, names)
              && names.stream().allMatch(name -> name.isEmpty() || kind.allows(name, credentials));
      Verdict verdict = Judging.preflight(policy, APP, "PUT", lines.toArray(String[]::new));
      assertThat(verdict instanceof Verdict.Granted)
          .as("%s of %s, credentials %s", lines, kind, credentials)
          .isEqualTo(expected);
      granted += expected ? 1 : 0;
    }
    assertThat(granted).isBetween(Seeds.cases(LISTS) / 20, Seeds.cases(LISTS) * 19 / 20);
  }
}
