package dev.jaxrscors.contract.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.contract.Ability;
import dev.jaxrscors.contract.Place;
import dev.jaxrscors.contract.app.Ping;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WarRecipeTest {

  private static final String CLASSES = "WEB-INF/classes/dev/jaxrscors/contract/";

  @TempDir Path directory;

  @Test
  void the_scanned_application_holds_no_class_of_the_listed_one() throws IOException {
    assertThat(entries(WarRecipe.scanned("x", Place.offering(Ability.CDI))))
        .contains(
            CLASSES + "app/Deployment.class",
            CLASSES + "app/deployment-token.txt",
            CLASSES + "scanned/ScannedApplication.class")
        .noneMatch(entry -> entry.contains("/listed/") || entry.contains("/ejb/"));
  }

  @Test
  void jars_and_files_are_added() throws IOException {
    Path jar = Files.writeString(directory.resolve("some.jar"), "bytes");
    WarRecipe recipe =
        WarRecipe.named("x").libraries(List.of(jar)).file("WEB-INF/web.xml", "<web-app/>");

    assertThat(entries(recipe)).contains("WEB-INF/lib/some.jar", "WEB-INF/web.xml");
  }

  @Test
  void a_package_in_a_jar_is_read_too() {
    assertThat(PackageFiles.of(Test.class)).containsKey("org/junit/jupiter/api/Test.class");
  }

  @Test
  void a_recipe_is_not_changed_by_a_longer_one() throws IOException {
    WarRecipe empty = WarRecipe.named("x");
    empty.packageOf(Ping.class);

    assertThat(entries(empty))
        .containsExactly(CLASSES + "app/deployment-token.txt", "deployment.txt");
  }

  private List<String> entries(WarRecipe recipe) throws IOException {
    try (ZipFile zip = new ZipFile(recipe.writeTo(directory).file().toFile())) {
      return zip.stream().map(ZipEntry::getName).toList();
    }
  }
}
