package dev.jaxrscors.mutation;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A package whose mutants are killed by tests of its own, and by others that reach it. */
enum Room {
  FETCH("fetch", Room.DECIDING, "fetch.*"),
  POLICY("policy", Room.DECIDING, "policy.*"),
  PROTOCOL("internal.protocol", Room.DECIDING, "internal.protocol.*"),
  CASCADE("internal.cascade", Room.DECIDING, "internal.cascade.*"),
  WORDS("", Room.OTHERS, "WordsTest", "policy.*", "internal.cascade.*"),
  CONFIG("internal.config", Room.OTHERS, "internal.config.*"),
  RUNTIME("internal.runtime", Room.OTHERS, "internal.runtime.*"),
  RESOURCE("internal.resource", Room.OTHERS, "internal.resource.*"),
  DEPLOY("internal.deploy", Room.OTHERS, "internal.deploy.*"),
  FILTER("internal.filter", Room.OTHERS, "internal.filter.*"),
  REST("rest", Room.OTHERS, "rest.*"),
  SERVLET("servlet", Room.OTHERS, "servlet.*"),
  REPORT("report", Room.OTHERS, "report.*"),
  EVENT("event", Room.OTHERS, "event.*", "metrics.*"),
  METRICS("metrics", Room.OTHERS, "metrics.*"),
  OPENAPI("openapi", Room.OTHERS, "openapi.*");

  /** What decides whether an origin is let in. */
  private static final int DECIDING = 95;

  private static final int OTHERS = 90;
  private static final String ROOT = "dev.jaxrscors.";

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
    return prefix() + "*";
  }

  /** Returns which of these classes are of rooms inside this one. */
  String otherClasses() {
    return prefix() + "*.*";
  }

  String tests() {
    return tests;
  }

  boolean holds(String className) {
    String name = ROOT + className;
    return name.startsWith(prefix()) && name.indexOf('.', prefix().length()) < 0;
  }

  /** Returns how many in a hundred mutants are killed at least. */
  int leastKilled() {
    return leastKilled;
  }

  /** Returns whether each mutant that survives is to be judged, and named. */
  boolean isJudgedInWhole() {
    return leastKilled == DECIDING;
  }

  private String prefix() {
    return directory.isEmpty() ? ROOT : ROOT + directory + ".";
  }
}
