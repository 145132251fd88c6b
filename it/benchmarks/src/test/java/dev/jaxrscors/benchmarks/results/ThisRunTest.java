package dev.jaxrscors.benchmarks.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ThisRunTest {

  @Test
  void the_environment_tells_where_and_when() throws IOException {
    Environment environment = ThisRun.environment();
    assertThat(Instant.parse(environment.date())).isBefore(Instant.now());
    assertThat(environment.commit()).matches("unknown|[0-9a-f]{40}(, with changes)?");
    assertThat(environment.jvm()).contains(System.getProperty("java.vm.name"));
    assertThat(environment.system()).contains(System.getProperty("os.name"));
    assertThat(environment.processor()).isNotBlank();
    assertThat(environment.cores()).isPositive();
    assertThat(environment.memory()).matches("unknown|[0-9.]+ GiB");
    assertThat(environment.libraries()).anyMatch(name -> name.startsWith("jersey-server-3."));
  }

  @Test
  void libraries_are_the_jars_of_the_class_path_without_their_folders() {
    String classPath =
        String.join(
            File.pathSeparator, "/x/target/classes", "/m/b-2.jar", "/m/a-1.jar", "/n/a-1.jar");
    assertThat(ThisRun.libraries(classPath)).containsExactly("a-1", "b-2");
  }
}
