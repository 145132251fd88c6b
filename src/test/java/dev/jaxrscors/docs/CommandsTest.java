package dev.jaxrscors.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** What the README says to type is what the build does. */
class CommandsTest {

  @Test
  void the_commands_that_build_are_those_of_the_continuous_build() {
    List<String> built =
        Readme.file(".ci/run")
            .lines()
            .map(String::strip)
            .filter(line -> line.matches("run mvn .* (install|verify)"))
            .map(line -> line.substring("run ".length()).replace(" -ntp", ""))
            .toList();
    assertThat(built).hasSize(2);
    assertThat(mavenLines()).hasSize(3).startsWith(built.toArray(String[]::new));
  }

  @Test
  void the_first_command_makes_the_dependency_resolvable() {
    assertThat(mavenLines()).first().isEqualTo("mvn -B install");
  }

  @Test
  void the_command_that_starts_the_demo_names_a_profile_with_a_default_goal() throws Exception {
    assertThat(mavenLines()).last().isEqualTo("mvn -f it -Pdemo");
    String goal = "/project/profiles/profile[id='demo']/build/defaultGoal";
    assertThat(value(Readme.file("it/pom.xml"), goal)).isEqualTo("process-classes");
  }

  @ParameterizedTest
  @ValueSource(strings = {"groupId", "artifactId", "version"})
  void the_dependency_is_this_library(String part) throws Exception {
    assertThat(value(Readme.block("xml", "<dependency>"), "/dependency/" + part))
        .isNotEmpty()
        .isEqualTo(value(Readme.file("pom.xml"), "/project/" + part));
  }

  @Test
  void the_lines_for_gradle_name_the_same_coordinates() throws Exception {
    String pom = Readme.file("pom.xml");
    String library =
        String.join(
            ":",
            value(pom, "/project/groupId"),
            value(pom, "/project/artifactId"),
            value(pom, "/project/version"));
    assertThat(Readme.text())
        .contains("`implementation '" + library + "'`")
        .contains("`testImplementation '" + library + ":tests'`")
        .contains("`annotationProcessor '" + library + ":processor'`");
  }

  private static List<String> mavenLines() {
    return Readme.blocks("sh").stream()
        .flatMap(String::lines)
        .filter(line -> line.startsWith("mvn "))
        .toList();
  }

  private static String value(String xml, String path) throws Exception {
    Document document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(xml)));
    return XPathFactory.newInstance().newXPath().evaluate(path, document);
  }
}
