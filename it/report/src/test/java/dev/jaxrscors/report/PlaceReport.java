package dev.jaxrscors.report;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What one place has proved.
 *
 * @param name the name in the pom of its module
 * @param gaps what it keeps the library from, in words; empty if nothing
 * @param tests how many tests were run
 * @param unproved how many of them failed or were skipped
 */
record PlaceReport(String name, String gaps, int tests, int unproved) {

  private static final Pattern NAME = Pattern.compile("<name>jaxrs-cors: (.+)</name>");
  private static final Pattern TEST = Pattern.compile("<testcase\\b");
  // The counts that stand at the top of a file leave out the tests of nested classes.
  private static final Pattern UNPROVED = Pattern.compile("<(?:failure|error|skipped)\\b");

  /** Returns the reports of all places that were run, by the names of their modules. */
  static TreeMap<String, PlaceReport> all() throws IOException {
    TreeMap<String, PlaceReport> reports = new TreeMap<>();
    for (String group : List.of("runtimes", "servers")) {
      for (Path module : list(Path.of("..", group))) {
        if (Files.exists(record(module))) {
          reports.put(module.getFileName().toString(), of(module));
        }
      }
    }
    return reports;
  }

  private static Path record(Path module) {
    return module.resolve("target/contract/place.properties");
  }

  private static PlaceReport of(Path module) throws IOException {
    Properties place = new Properties();
    try (Reader reader = Files.newBufferedReader(record(module))) {
      place.load(reader);
    }
    Matcher name = NAME.matcher(Files.readString(module.resolve("pom.xml")));
    if (!name.find()) {
      throw new AssertionError(module + " has no name");
    }
    int tests = 0;
    int unproved = 0;
    for (Path suite : suites(module)) {
      String text = Files.readString(suite);
      tests += (int) TEST.matcher(text).results().count();
      unproved += (int) UNPROVED.matcher(text).results().count();
    }
    return new PlaceReport(name.group(1), place.getProperty("gaps"), tests, unproved);
  }

  private static List<Path> suites(Path module) throws IOException {
    List<Path> suites = new ArrayList<>();
    for (String reports : List.of("surefire-reports", "failsafe-reports")) {
      Path directory = module.resolve("target").resolve(reports);
      if (Files.isDirectory(directory)) {
        list(directory).stream()
            .filter(file -> file.getFileName().toString().matches("TEST-.*\\.xml"))
            .forEach(suites::add);
      }
    }
    return suites;
  }

  private static List<Path> list(Path directory) throws IOException {
    try (Stream<Path> children = Files.list(directory)) {
      return children.sorted().toList();
    }
  }
}
