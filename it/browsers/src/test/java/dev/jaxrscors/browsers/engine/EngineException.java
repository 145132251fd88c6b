package dev.jaxrscors.browsers.engine;

/** A browser that does not start, does not answer, or says that a script failed. */
public class EngineException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * Makes the exception.
   *
   * @param message what happened
   */
  public EngineException(String message) {
    super(message);
  }

  /**
   * Makes the exception.
   *
   * @param message what happened
   * @param cause why
   */
  public EngineException(String message, Throwable cause) {
    super(message, cause);
  }
}
