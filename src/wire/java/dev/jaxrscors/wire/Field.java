package dev.jaxrscors.wire;

/**
 * One header line as it stands on the wire; each char is one byte.
 *
 * @param name what stands before the first colon
 * @param value what stands after it, without the white space around it
 */
public record Field(String name, String value) {

  /** Reports whether this line has a name, whatever its case. */
  public boolean isNamed(String other) {
    return name.equalsIgnoreCase(other);
  }

  /** Reports whether this line belongs to the CORS protocol; {@code Vary} does not. */
  public boolean isOfCors() {
    return name.regionMatches(true, 0, "Access-Control-", 0, 15);
  }

  @Override
  public String toString() {
    return name + ": " + value;
  }
}
