package dev.jaxrscors;

import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/**
 * A table whose rows are made one by one, each when it is its turn: what runs while one is made
 * counts as run by its test, which mutation testing takes into account.
 */
public final class Rows {

  private Rows() {}

  /** A row that is still to be made. */
  @FunctionalInterface
  public interface Row {

    Arguments make();
  }

  public static Stream<Arguments> of(Row... rows) {
    return Stream.of(rows).map(Row::make);
  }
}
