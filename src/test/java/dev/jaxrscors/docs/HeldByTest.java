package dev.jaxrscors.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a table says that tests hold or show something, they are there. */
class HeldByTest {

  private static final Pattern NAME = Pattern.compile("`(\\w+)`");

  @ParameterizedTest
  @CsvSource({".github/SECURITY.md, '| guarantee |', 2", "it/products/README.md, '| product |', 3"})
  void every_row_names_tests_that_are_there(String file, String heading, int column)
      throws IOException {
    Set<String> sources = new TreeSet<>(sources("src/test"));
    sources.addAll(sources("it"));
    String text = Readme.file(file);
    List<String> rows =
        text.substring(text.indexOf(heading))
            .lines()
            .takeWhile(line -> line.startsWith("|"))
            .skip(2)
            .toList();
    assertThat(rows).hasSizeGreaterThan(10);
    assertThat(rows)
        .allSatisfy(
            row -> {
              List<String> tests =
                  NAME.matcher(row.split("\\|", -1)[column])
                      .results()
                      .map(match -> match.group(1) + ".java")
                      .toList();
              assertThat(tests).isNotEmpty();
              assertThat(sources).containsAll(tests);
            });
  }

  private static List<String> sources(String folder) throws IOException {
    try (Stream<Path> files = Files.walk(Path.of(folder))) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
