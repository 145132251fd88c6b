package dev.jaxrscors.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The processor as a user meets it: a Maven project that names the finished jar in its {@code
 * annotationProcessorPaths}, built by a Maven of its own, with a local repository of its own, and
 * without a network.
 */
class ProcessorJarTest {

  private static final String VERSION = System.getProperty("library.version");
  private static final Path BUILT = Path.of("../../target").toAbsolutePath().normalize();
  private static final Pattern ERROR = Pattern.compile("\\[ERROR] .*/(\\w+\\.java:\\[.*)");

  private static final String TEN =
      """
      Orders.java:[14,16] Orders, member origins: "https://app.example.com/"
      Orders.java:[14,44] Orders, member origins: "https://*example.org"
      Orders.java:[14,68] Orders, member origins: "http://shop.example"
      Orders.java:[18,25] Orders.list, member origins: "*"
      Orders.java:[25,25] Orders.replace, member methods: {"GET", "HEAD"}
      Orders.java:[30,25] Orders.change, member methods: "patch"
      Orders.java:[35,24] Orders.delete, member maxAge: 604800
      Invoices.java:[8,76] Invoices, member exposedHeaders: "Set-Cookie"
      Invoices.java:[11,53] Invoices.list, member allowedHeaders: "Cookie"
      Invoices.java:[18,15] Invoices.total, member value: "https://partner.example"
      """;

  private static final String SETTINGS =
      """
      <settings>
        <localRepository>%s</localRepository>
        <offline>false</offline>
        <mirrors>
          <mirror>
            <id>known</id>
            <mirrorOf>central</mirrorOf>
            <url>%s</url>
          </mirror>
        </mirrors>
        <profiles>
          <profile>
            <id>built</id>
            <repositories>
              <repository>
                <id>built</id>
                <url>%s</url>
                <snapshots><enabled>true</enabled></snapshots>
              </repository>
            </repositories>
          </profile>
        </profiles>
        <activeProfiles><activeProfile>built</activeProfile></activeProfiles>
      </settings>
      """;

  @TempDir private Path directory;

  private record Build(int status, String output) {
    List<String> errors() {
      return output
          .lines()
          .flatMap(line -> ERROR.matcher(line).results().map(found -> found.group(1)))
          .distinct()
          .toList();
    }
  }

  @Test
  void ten_mistakes_stop_the_build_each_on_its_value() throws Exception {
    Path project = sample();
    Build build = compile(project);
    assertThat(build.errors()).as(build.output()).hasSize(10);
    assertThat(TEN.lines())
        .allSatisfy(
            mistake -> assertThat(build.errors()).anyMatch(error -> error.startsWith(mistake)));
    assertThat(build.status()).isEqualTo(1);
  }

  @Test
  void the_same_project_builds_once_its_mistakes_are_mended() throws Exception {
    Path project = sample();
    Path orders = project.resolve("src/main/java/shop/Orders.java");
    Files.writeString(
        orders,
        Files.readString(orders)
            .replace(".com/\"", ".com\"")
            .replace("*example", "*.example")
            .replace("http:", "https:")
            .replace("\"*\"", "\"https://app.example.com\"")
            .replace("\"HEAD\"", "\"PUT\", \"PATCH\", \"DELETE\"")
            .replace("{\"GET\", ", "{")
            .replace("patch", "PATCH")
            .replace("604_800", "3_600"));
    Path invoices = project.resolve("src/main/java/shop/Invoices.java");
    Files.writeString(
        invoices,
        Files.readString(invoices)
            .replace(", \"Set-Cookie\"", "")
            .replace("\"Cookie\"", "\"X-Trace\"")
            .replace("(\"https", "(origins = \"https"));
    Build build = compile(project);
    assertThat(build.status()).as(build.output()).isZero();
    assertThat(project.resolve("target/classes/shop/Orders.class")).exists();
  }

  private Path sample() throws IOException {
    Path project = directory.resolve("sample");
    Path source = Path.of("sample").toAbsolutePath();
    try (Stream<Path> files = Files.walk(source)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = project.resolve(source.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
    return project;
  }

  private Build compile(Path project) throws IOException, InterruptedException {
    Path settings = Files.writeString(directory.resolve("settings.xml"), settings());
    Path output = directory.resolve("output.txt");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("maven.home"), "bin", "mvn").toString());
    command.addAll(List.of("-B", "-ntp", "-s", settings.toString(), "-gs", settings.toString()));
    command.addAll(List.of("-Djaxrs-cors.version=" + VERSION, "compile"));
    Process maven =
        new ProcessBuilder(command)
            .directory(project.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      assertThat(maven.waitFor(5, TimeUnit.MINUTES)).as("Maven ended").isTrue();
      return new Build(maven.exitValue(), Files.readString(output));
    } finally {
      maven.destroyForcibly();
    }
  }

  /** What this build has fetched already stands in for the network. */
  private String settings() throws IOException {
    Path known = Path.of(System.getProperty("local.repository"));
    return SETTINGS.formatted(directory.resolve("local"), known.toUri(), publish().toUri());
  }

  private Path publish() throws IOException {
    Path repository = directory.resolve("built");
    String name = "jaxrs-cors-" + VERSION;
    Path version = repository.resolve("dev/jaxrscors/jaxrs-cors").resolve(VERSION);
    Files.createDirectories(version);
    Files.copy(Path.of("../../pom.xml"), version.resolve(name + ".pom"));
    for (String jar : List.of(name + ".jar", name + "-processor.jar")) {
      Files.copy(BUILT.resolve(jar), version.resolve(jar));
    }
    return repository;
  }
}
