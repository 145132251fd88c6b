package dev.jaxrscors.report;

import dev.jaxrscors.policy.Place;
import java.util.Locale;

/**
 * Where a member of a policy comes from.
 *
 * @param kind what kind of place it is
 * @param place how messages call the place
 */
record Whence(Kind kind, String place) {

  enum Kind {
    ANNOTATION,
    PLACEHOLDER,
    CONFIGURATION,
    CODE,
    BUILT_IN;

    String key() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** No level sets the member. */
  static final Whence BUILT_IN = new Whence(Kind.BUILT_IN, "");

  static Whence of(Place place) {
    String name = portable(place.name());
    if (place instanceof Place.Annotation) {
      return new Whence(Kind.ANNOTATION, name);
    }
    if (place instanceof Place.Placeholder) {
      return new Whence(Kind.PLACEHOLDER, name);
    }
    // A member that configuration could set, and does not, is told by its place in code.
    boolean isKey = place instanceof Place.Key && name.startsWith("cors.");
    return new Whence(isKey ? Kind.CONFIGURATION : Kind.CODE, name);
  }

  /** Returns the name of a place without the folders of the machine that it was read on. */
  static String portable(String place) {
    return place.replaceAll("(?:[A-Za-z][\\w+.-]*:)*[/\\\\]+(?:[^\\s()\\[\\],/\\\\]+[/\\\\])+", "");
  }

  String text() {
    return switch (kind) {
      case ANNOTATION, PLACEHOLDER -> "@CorsPolicy on " + place;
      case CONFIGURATION -> place;
      case CODE -> place.endsWith(" in code") ? place : place + " in code";
      case BUILT_IN -> "built-in default";
    };
  }
}
