package dev.jaxrscors.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The README and the code blocks in it. */
final class Readme {

  private static final Pattern BLOCK =
      Pattern.compile("^```(\\w+)\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

  private Readme() {}

  static String text() {
    return file("README.md");
  }

  /** Returns the text of a file of the project. */
  static String file(String path) {
    try {
      return Files.readString(Path.of(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the blocks of one language, in their order. */
  static List<String> blocks(String language) {
    return BLOCK
        .matcher(text())
        .results()
        .filter(block -> block.group(1).equals(language))
        .map(block -> block.group(2))
        .toList();
  }

  /** Returns the only block of a language that holds a text. */
  static String block(String language, String text) {
    List<String> found = blocks(language).stream().filter(b -> b.contains(text)).toList();
    if (found.size() != 1) {
      throw new AssertionError(found.size() + " blocks of " + language + " hold " + text);
    }
    return found.get(0);
  }
}
