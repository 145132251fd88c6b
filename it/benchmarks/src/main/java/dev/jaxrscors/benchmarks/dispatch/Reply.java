package dev.jaxrscors.benchmarks.dispatch;

import org.jspecify.annotations.Nullable;

/**
 * A response, as its runtime gives it: copying it would be measured too.
 *
 * @param status the status code
 * @param headers gives the value of a header field, or null where there is none
 */
public record Reply(int status, HeaderReader headers) {

  /** Reads a header field of a response. */
  @FunctionalInterface
  public interface HeaderReader {
    /**
     * {@return the value of a field, or null where there is none}
     *
     * @param name its name
     */
    @Nullable String value(String name);
  }
}
