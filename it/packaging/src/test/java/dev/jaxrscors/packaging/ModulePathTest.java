package dev.jaxrscors.packaging;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small module that requires the library: compiled and run with a module path alone. */
class ModulePathTest {

  private static final Path CONSUMER = Path.of("src/test/consumer");

  @TempDir Path directory;

  @Test
  void a_module_compiles_against_it_and_runs_with_it() throws Exception {
    compile();

    assertThat(run())
        .isEqualTo(
            List.of("https://app.example.com", "dev.jaxrscors", "refused", "<!doctype html>"));
  }

  private void compile() {
    StringWriter said = new StringWriter();
    PrintWriter out = new PrintWriter(said);
    int status =
        ToolProvider.findFirst("javac")
            .orElseThrow()
            .run(
                out,
                out,
                "-d",
                directory.resolve("shop").toString(),
                "--module-path",
                modulePath(),
                CONSUMER.resolve("module-info.java").toString(),
                CONSUMER.resolve("shop/Shop.java").toString());

    assertThat(said.toString()).isEmpty();
    assertThat(status).isZero();
  }

  private List<String> run() throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "--module-path",
                modulePath() + File.pathSeparator + directory.resolve("shop"),
                "--module",
                "shop/shop.Shop")
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor(60, SECONDS)).isTrue();
    assertThat(process.exitValue()).as(said).isZero();
    return said.lines().toList();
  }

  private static String modulePath() {
    return Stream.concat(Stream.of(Jars.library()), Jars.provided().stream())
        .map(Path::toString)
        .collect(Collectors.joining(File.pathSeparator));
  }
}
