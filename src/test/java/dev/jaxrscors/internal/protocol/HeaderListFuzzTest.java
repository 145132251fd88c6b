package dev.jaxrscors.internal.protocol;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.jaxrscors.Steps;
import dev.jaxrscors.fetch.HeaderList;
import java.util.List;

/**
 * Whatever a preflight lists: each line of the input is one of {@code
 * Access-Control-Request-Headers}, after a digit that chooses the policy.
 */
class HeaderListFuzzTest {

  /** For the origin, and the method. */
  private static final int FEW = 500;

  @FuzzTest
  void a_list_is_read_as_splitting_it_reads_it(byte[] input) {
    String text = new String(input, ISO_8859_1);
    NaiveHeaderLists.Kind[] kinds = NaiveHeaderLists.Kind.values();
    int choice = text.isEmpty() ? 0 : text.charAt(0) - '0' & 0x7f;
    NaiveHeaderLists.Kind kind = kinds[choice % kinds.length];
    boolean credentials = choice / kinds.length % 2 == 1;
    String rest = text.isEmpty() ? "" : text.substring(1);
    List<String> lines = rest.isEmpty() ? List.of() : List.of(rest.split("\n", -1));

    boolean expected = NaiveHeaderLists.isGranted(kind, credentials, lines);
    Steps.Counted<Verdict> counted =
        Steps.of(() -> NaiveHeaderLists.judged(kind, credentials, lines));
    Verdict verdict = counted.result();
    assertThat(counted.steps())
        .isLessThanOrEqualTo(FEW + 32L * Math.min(text.length(), HeaderList.MAX_LENGTH));

    boolean granted = verdict instanceof Verdict.Granted;
    assertThat(granted).isEqualTo(expected);
    if (granted) {
      assertThat(verdict.headers().allowHeaders())
          .isEqualTo(NaiveHeaderLists.answer(kind, credentials, lines));
    }
  }
}
