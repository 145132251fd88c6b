package dev.jaxrscors.products.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Somebody who edits the file of the settings. */
final class Administrator {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String OFTEN = "public.cors.reload=20ms\nmanagement.cors.reload=20ms\n";

  private final Path file;

  Administrator(Path directory) throws IOException {
    this.file = directory.resolve("platform.properties");
    write();
  }

  Path file() {
    return file;
  }

  /** Puts these lines in the place of all others, at once. */
  void write(String... lines) throws IOException {
    Path draft = file.resolveSibling("draft.properties");
    Files.writeString(draft, OFTEN + String.join("\n", lines));
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Waits until the platform has seen it. */
  static void await(String what, BooleanSupplier seen) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!seen.getAsBoolean() && System.nanoTime() < end) {
      Thread.sleep(10);
    }
    assertThat(seen.getAsBoolean()).as(what).isTrue();
  }
}
