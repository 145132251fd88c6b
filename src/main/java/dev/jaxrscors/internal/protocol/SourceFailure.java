package dev.jaxrscors.internal.protocol;

import dev.jaxrscors.event.Reason;

/**
 * What code of the application has thrown: of a source a refusal like any other, whatever it is.
 */
public final class SourceFailure {

  private SourceFailure() {}

  /**
   * Returns why the origin is refused.
   *
   * @throws Error what was thrown, if nobody may catch it: the JVM is at its end, or the thread is
   */
  static Denial of(Throwable thrown) {
    return new Denial(Reason.SOURCE_FAILED, described(thrown));
  }

  /**
   * Lets pass what nobody may catch; all else may be ignored.
   *
   * @throws Error what was thrown, if the JVM is at its end, or the thread is
   */
  public static void throwIfFatal(Throwable thrown) {
    if (thrown instanceof Error error && isFatal(error)) {
      throw error;
    }
    if (thrown instanceof InterruptedException) {
      // Other languages of the JVM throw checked exceptions anywhere.
      Thread.currentThread().interrupt();
    }
  }

  /** A stack that is exhausted was that of the source, and is free again. */
  @SuppressWarnings("removal")
  private static boolean isFatal(Error error) {
    return error instanceof ThreadDeath
        || (error instanceof VirtualMachineError && !(error instanceof StackOverflowError));
  }

  /**
   * Returns what was thrown in words. Its own are code of the application, too: they may be
   * missing, or fail in turn.
   *
   * @throws Error what was thrown, if nobody may catch it
   */
  public static String described(Throwable thrown) {
    throwIfFatal(thrown);
    try {
      String words = thrown.toString();
      return words == null ? thrown.getClass().getName() : words;
    } catch (Throwable e) {
      throwIfFatal(e);
      return thrown.getClass().getName();
    }
  }
}
