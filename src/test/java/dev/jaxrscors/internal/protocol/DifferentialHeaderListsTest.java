package dev.jaxrscors.internal.protocol;

import static dev.jaxrscors.Seeds.one;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.Seeds;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Lists of request headers, against splitting them at commas and comparing each. */
class DifferentialHeaderListsTest {

  private static final int LISTS = 20_000;

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

  @Test
  void a_preflight_is_granted_when_every_name_that_splitting_finds_is_allowed() {
    int granted = 0;
    for (int i = 0; i < Seeds.cases(LISTS); i++) {
      NaiveHeaderLists.Kind kind = one(random, NaiveHeaderLists.Kind.values());
      boolean credentials = random.nextBoolean();
      List<String> lines = lines();
      boolean expected = NaiveHeaderLists.isGranted(kind, credentials, lines);
      Verdict verdict = NaiveHeaderLists.judged(kind, credentials, lines);
      assertThat(verdict instanceof Verdict.Granted)
          .as("%s of %s, credentials %s", lines, kind, credentials)
          .isEqualTo(expected);
      granted += expected ? 1 : 0;
    }
    assertThat(granted).isBetween(Seeds.cases(LISTS) / 20, Seeds.cases(LISTS) * 19 / 20);
  }
}
