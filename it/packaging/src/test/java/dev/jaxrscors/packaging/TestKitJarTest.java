package dev.jaxrscors.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.testing.Browser;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

/** The jar that the tests of users get. */
class TestKitJarTest {

  @Test
  void it_holds_the_test_kit_and_nothing_else() throws Exception {
    try (JarFile jar = testKit()) {
      assertThat(jar.stream().filter(entry -> !entry.isDirectory()).map(ZipEntry::getName))
          .contains(
              "dev/jaxrscors/testing/Browser.class", "dev/jaxrscors/testing/CorsAssertions.class")
          .allMatch(
              name -> name.startsWith("dev/jaxrscors/testing/") || name.startsWith("META-INF/"));
    }
  }

  @Test
  void it_has_a_name_on_the_module_path() throws Exception {
    try (JarFile jar = testKit()) {
      Attributes headers = jar.getManifest().getMainAttributes();

      assertThat(headers.getValue("Automatic-Module-Name")).isEqualTo("dev.jaxrscors.testing");
    }
  }

  private static JarFile testKit() throws Exception {
    return new JarFile(
        Path.of(Browser.class.getProtectionDomain().getCodeSource().getLocation().toURI())
            .toFile());
  }
}
