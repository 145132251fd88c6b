package dev.jaxrscors.benchmarks.results;

/** Numbers from the command line. */
public final class Settings {

  private Settings() {}

  /**
   * Returns the number in a system property.
   *
   * @param property its name
   * @param standard the number where it is not set, or empty
   * @return the number
   * @throws IllegalArgumentException if it is no number from 1 upwards
   */
  public static int positive(String property, int standard) {
    String value = System.getProperty(property, "");
    if (value.isEmpty()) {
      return standard;
    }
    if (!value.matches("[1-9][0-9]{0,5}")) {
      throw new IllegalArgumentException(
          "%s is a number from 1 upwards, not \"%s\"".formatted(property, value));
    }
    return Integer.parseInt(value);
  }
}
