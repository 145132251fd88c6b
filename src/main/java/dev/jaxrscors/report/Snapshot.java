package dev.jaxrscors.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/**
 * A text that is kept in a file, and compared with what it is now.
 *
 * @param mustExist whether a missing file fails, rather than being written
 * @param accepting whether a difference is written, rather than failing
 */
record Snapshot(Path file, boolean mustExist, boolean accepting) {

  void check(String now) {
    try {
      compare(Files.readString(file).lines().toList(), now);
    } catch (NoSuchFileException e) {
      writeFirst(now);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void compare(List<String> before, String now) {
    List<String> after = now.lines().toList();
    if (before.equals(after)) {
      return;
    }
    if (accepting) {
      write(now);
      return;
    }
    throw new AssertionError(
        """
        The CORS policies are not those of %s:

        %s

        If this is meant, run the test again with -D%s=true, or delete the file first; \
        then commit it, so that the change is reviewed."""
            .formatted(
                file, new LineDiff(before, after).print().stripTrailing(), CorsReport.ACCEPT));
  }

  private void writeFirst(String now) {
    if (mustExist && !accepting) {
      throw new AssertionError(
          "There is no %s to compare the CORS policies with: run this test where the variable CI is"
                  .formatted(file)
              + " not set, which writes the file, and commit it.");
    }
    write(now);
  }

  private void write(String now) {
    try {
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      Files.writeString(file, now);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
