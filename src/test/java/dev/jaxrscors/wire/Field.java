package dev.jaxrscors.wire;

/**
 * One header line.
 *
 * @param name the name, as it is sent
 * @param value the value, as it is sent; each char is one byte
 */
record Field(String name, String value) {

  boolean isNamed(String other) {
    return name.equalsIgnoreCase(other);
  }

  boolean isOfCors() {
    return name.regionMatches(true, 0, "Access-Control-", 0, 15);
  }

  @Override
  public String toString() {
    return name + ": " + value;
  }
}
