package dev.jaxrscors.contract;

/**
 * One header line as it stands on the wire, one character per byte (ISO 8859-1).
 *
 * @param name what stands before the first colon
 * @param value what stands after it, without the white space around it
 */
public record HeaderLine(String name, String value) {

  /**
   * Reports whether this line has a name, whatever its case.
   *
   * @param other the name to compare with
   * @return whether the two names are equal but for their case
   */
  public boolean isNamed(String other) {
    return name.equalsIgnoreCase(other);
  }

  @Override
  public String toString() {
    return name + ": " + value;
  }
}
