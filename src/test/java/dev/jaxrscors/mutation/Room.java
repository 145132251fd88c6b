package dev.jaxrscors.mutation;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A package whose mutants are killed by tests of its own, and by others that reach it. */
enum Room {
  FETCH("fetch", 95, "fetch.*"),
  POLICY("policy", 95, "policy.*"),
  PROTOCOL("internal.protocol", 95, "internal.protocol.*"),
  CASCADE("internal.cascade", 95, "internal.cascade.*");

  private final String directory;
  private final int leastKilled;
  private final String tests;

  Room(String directory, int leastKilled, String... tests) {
    this.directory = directory;
    this.leastKilled = leastKilled;
    this.tests =
        Arrays.stream(tests).map("dev.jaxrscors."::concat).collect(Collectors.joining(","));
  }

  /** Returns the room of that name; all of them, if the name is empty. */
  static Stream<Room> named(String name) {
    return name.isEmpty()
        ? Stream.of(values())
        : Stream.of(Room.valueOf(name.toUpperCase(Locale.ROOT)));
  }

  String title() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns which classes are mutated, those inside others included. */
  String classes() {
    return "dev.jaxrscors." + directory + ".*";
  }

  String tests() {
    return tests;
  }

  boolean holds(String className) {
    return className.startsWith(directory + ".")
        && className.indexOf('.', directory.length() + 1) < 0;
  }

  /** Returns how many in a hundred mutants are killed at least. */
  int leastKilled() {
    return leastKilled;
  }
}
