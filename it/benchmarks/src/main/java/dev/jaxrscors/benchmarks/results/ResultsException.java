package dev.jaxrscors.benchmarks.results;

/** Results that no table can be made of. */
public final class ResultsException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * Makes an exception.
   *
   * @param file the name of the file
   * @param mistake what is wrong with it
   */
  public ResultsException(String file, String mistake) {
    super(file + " " + mistake);
  }
}
