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
import org.junit.jupiter.api.Test;

/** The map of the house shows the house. */
class ContributingTest {

  private static final String TEXT = Readme.file(".github/CONTRIBUTING.md");
  private static final Path ROOT = Path.of("src/main/java/dev/jaxrscors");

  @Test
  void every_room_is_on_the_map_and_every_room_on_the_map_is_there() throws IOException {
    Set<String> rooms = new TreeSet<>();
    try (Stream<Path> files = Files.walk(ROOT)) {
      files
          .filter(file -> file.endsWith("package-info.java"))
          .map(file -> ROOT.relativize(file.getParent()).toString())
          .filter(room -> !room.isEmpty())
          .forEach(rooms::add);
    }
    String map = TEXT.substring(TEXT.indexOf("| room |"), TEXT.indexOf("Beside it:"));
    assertThat(
            map.lines()
                .filter(line -> line.startsWith("| "))
                .flatMap(line -> names(line.split("\\|", -1)[1]).stream()))
        .containsExactlyInAnyOrderElementsOf(rooms);
  }

  @Test
  void what_it_names_is_there() throws IOException {
    Set<String> files = new TreeSet<>(fileNames("src"));
    files.addAll(fileNames("it"));
    List<String> types =
        names(TEXT).stream().filter(name -> name.matches("[A-Z]\\w+|\\w+\\.txt")).toList();
    assertThat(types).isNotEmpty();
    assertThat(types).allMatch(name -> files.contains(name) || files.contains(name + ".java"));
    assertThat(names(TEXT).stream().filter(name -> name.matches("(src|it)(/[\\w.-]+)*")))
        .isNotEmpty()
        .allMatch(name -> Files.exists(Path.of(name)));
  }

  @Test
  void its_commands_name_modules_and_profiles_that_there_are() {
    List<String> commands =
        names(TEXT).stream().filter(name -> name.startsWith("mvn -f it")).toList();
    assertThat(commands).isNotEmpty();
    String poms = Readme.file("it/pom.xml") + Readme.file("it/servers/pom.xml");
    assertThat(commands)
        .allSatisfy(
            command -> {
              found(command, "-pl (\\S+)")
                  .forEach(module -> assertThat(Path.of("it", module, "pom.xml")).exists());
              found(command, " -P([\\w-]+)")
                  .forEach(profile -> assertThat(poms).contains("<id>" + profile + "</id>"));
            });
  }

  private static List<String> fileNames(String folder) throws IOException {
    try (Stream<Path> files = Files.walk(Path.of(folder))) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  private static List<String> names(String text) {
    return found(text, "`([^`]+)`");
  }

  private static List<String> found(String text, String regex) {
    return Pattern.compile(regex).matcher(text).results().map(match -> match.group(1)).toList();
  }
}
