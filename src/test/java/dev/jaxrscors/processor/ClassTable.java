package dev.jaxrscors.processor;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The table of classes in {@code classes.txt}, whose head says how it is written. */
final class ClassTable {

  /** Who finds something. */
  enum Finder {
    BOTH,
    COMPILER,
    DEPLOYMENT
  }

  /**
   * A finding that is expected.
   *
   * @param finder who finds it
   * @param kind {@code !} or {@code ?}
   * @param place the place that it begins with
   * @param part a part of what follows
   */
  record Finding(Finder finder, String kind, String place, String part) {

    /** Reports whether this is what a message says: its kind, the place, the part. */
    boolean matches(String message) {
      String beginning = kind + " " + place;
      return (message.startsWith(beginning + ", ") || message.startsWith(beginning + ": "))
          && message.contains(part);
    }
  }

  /**
   * A row.
   *
   * @param sentence what it is about
   * @param source the classes
   * @param findings what is to be found
   * @param reasons why one finds what the other does not
   * @param settings the configuration of the deployment
   * @param registered the simple names of classes that have no path, and are deployed too
   */
  record Row(
      String sentence,
      String source,
      List<Finding> findings,
      List<String> reasons,
      Map<String, String> settings,
      List<String> registered) {

    Row(String sentence) {
      this(
          sentence,
          "",
          new ArrayList<>(),
          new ArrayList<>(),
          new LinkedHashMap<>(),
          new ArrayList<>());
    }

    @Override
    public String toString() {
      return sentence;
    }
  }

  private static final Pattern FINDING =
      Pattern.compile("(?:(compiler|deployment) )?([!?]) ([^|]+) \\| (.+)");
  private static final Pattern ATTRIBUTE = Pattern.compile("(because|with|registers) (.+)");

  private ClassTable() {}

  static List<Row> rows() {
    String sections = text().replaceAll("(?m)^# .*$", "");
    return Arrays.stream(sections.split("(?m)^## ")).skip(1).map(ClassTable::row).toList();
  }

  private static String text() {
    try (InputStream file = ClassTable.class.getResourceAsStream("classes.txt")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Row row(String block) {
    List<String> lines = block.strip().lines().toList();
    Row row = new Row(lines.get(0));
    StringBuilder source = new StringBuilder();
    for (String line : lines.subList(1, lines.size())) {
      if (!addFinding(line, row) && !addAttribute(line, row)) {
        source.append(line).append('\n');
      }
    }
    return new Row(
        row.sentence(),
        source.toString(),
        row.findings(),
        row.reasons(),
        row.settings(),
        row.registered());
  }

  private static boolean addFinding(String line, Row row) {
    Matcher written = FINDING.matcher(line);
    if (!written.matches()) {
      return false;
    }
    Finder finder =
        written.group(1) == null
            ? Finder.BOTH
            : written.group(1).equals("compiler") ? Finder.COMPILER : Finder.DEPLOYMENT;
    row.findings().add(new Finding(finder, written.group(2), written.group(3), written.group(4)));
    return true;
  }

  private static boolean addAttribute(String line, Row row) {
    Matcher written = ATTRIBUTE.matcher(line);
    if (!written.matches()) {
      return false;
    }
    String value = written.group(2);
    switch (written.group(1)) {
      case "because" -> row.reasons().add(value);
      case "registers" -> row.registered().add(value);
      default -> {
        String[] setting = value.split("=", 2);
        row.settings().put(setting[0], setting[1]);
      }
    }
    return true;
  }
}
