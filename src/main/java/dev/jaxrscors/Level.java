package dev.jaxrscors;

import java.util.Arrays;

/**
 * One annotation at one place, as a level of the look-up.
 *
 * @param place where it stands, such as {@code Orders.replace}
 * @param annotation what it says
 */
record Level(String place, CorsPolicy annotation) {

  boolean hasName() {
    return !annotation.value().equals(CorsPolicy.INHERIT);
  }

  boolean hasOrigins() {
    return isSet(annotation.origins()) || hasSource();
  }

  boolean hasSource() {
    return annotation.originSource() != OriginSource.class;
  }

  /** Reports whether a list says anything of its own. */
  static boolean isSet(String[] values) {
    return !Arrays.equals(values, new String[] {CorsPolicy.INHERIT});
  }
}
