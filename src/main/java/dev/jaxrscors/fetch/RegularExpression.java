package dev.jaxrscors.fetch;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Regular expressions where an origin belongs: many other products take them, and most have let in
 * somebody by a dot that was none.
 */
final class RegularExpression {
  /** What no origin has, and no pattern but these. */
  private static final Pattern SIGNS =
      Pattern.compile(
          String.join(
              "|",
              "^\\^",
              "\\$$",
              "(?<!\\\\)\\\\[-.:/()\\[\\]{}+*?^$|]",
              "\\\\[AbBdDsSwWzZ](?![a-z])",
              "(^|://)\\(?\\.[*+]",
              "\\.\\+",
              "(?<!\\s)\\([^()\\s]*\\)",
              "\\][*+?{]",
              "\\[\\^",
              "\\[[^\\]:]*[A-Za-z0-9]-[A-Za-z0-9][^\\]]*\\]",
              "\\{[0-9]+(,[0-9]*)?\\}",
              "^[a-z]+\\?://",
              "^/[^/]*://.+/[a-z]*$"));

  private static final String DOT = "(?:\\\\?\\.|\\[\\.\\])";
  private static final String CHARACTERS = "(?:\\.|\\\\[wS]|\\[[^\\]]+\\])[*+]\\??";
  private static final String NUMBER = "(?:(?:\\\\d|\\[0-9\\])(?:[*+]|\\{1,5\\})|\\.[*+])";

  /** How each piece that has a meaning here is written as a pattern, or as a group of literals. */
  private static final List<UnaryOperator<String>> TRANSLATIONS =
      List.of(
          replace("^/(.+)/[a-z]*$", "$1"),
          replace("^\\(\\?[a-z]+\\)", ""),
          replace("\\\\([-:/])", "$1"),
          replace("^(\\^|\\\\A)|(\\$|\\\\[zZ])$", ""),
          replace("/\\?$", ""),
          replace("\\(\\?:", "("),
          replace("^https\\?:", "(https|http):"),
          replace("^(?!.*://)", "https://"),
          replace("\\(?:" + NUMBER + "\\)?\\??$", ":*"),
          replace("://\\(" + CHARACTERS + DOT + "\\)[*?]", "://(*.)?"),
          replace("://\\(" + CHARACTERS + DOT + "\\)\\+?", "://*."),
          replace("://\\(" + CHARACTERS + "\\)" + DOT, "://*."),
          replace("://" + CHARACTERS + DOT, "://*."),
          replace("://\\.\\*(?=[a-z0-9])", "://(*.)?"),
          replace(DOT, "."));

  private static final Pattern GROUP = Pattern.compile("\\(([^()]*)\\)(\\??)");

  /** A longer text is not looked through: it may come from the customers of an application. */
  private static final int MAX_LENGTH = 500;

  private static final int MOST = 8;

  private RegularExpression() {}

  static boolean isLikely(String text) {
    return text.length() <= MAX_LENGTH && SIGNS.matcher(text).find();
  }

  /**
   * Returns the patterns that a regular expression likely stands for; none if that is uncertain, or
   * no pattern means it.
   */
  static List<String> patterns(String text) {
    if (text.matches("\\^?\\.[*+]\\$?")) {
      return List.of("*");
    }
    String translated = text;
    for (UnaryOperator<String> translation : TRANSLATIONS) {
      translated = translation.apply(translated);
    }
    List<String> patterns = expanded(translated).distinct().toList();
    boolean areValid = patterns.stream().allMatch(RegularExpression::isWhole);
    return areValid ? patterns : List.of();
  }

  /** Returns what the groups of a text stand for, each put in its place. */
  private static Stream<String> expanded(String text) {
    List<String> done = new ArrayList<>();
    List<String> open = new ArrayList<>(List.of(text));
    while (!open.isEmpty() && open.size() + done.size() <= MOST) {
      String next = open.remove(0);
      Matcher group = GROUP.matcher(next);
      if (group.find()) {
        alternatives(group).forEach(a -> open.add(spliced(next, group, a)));
      } else {
        done.addAll(List.of(next.split("\\|", -1)));
      }
    }
    return Stream.concat(done.stream(), open.stream());
  }

  private static Stream<String> alternatives(Matcher group) {
    Stream<String> written = Stream.of(group.group(1).split("\\|", -1));
    return group.group(2).isEmpty() ? written : Stream.concat(Stream.of(""), written);
  }

  private static String spliced(String text, Matcher group, String alternative) {
    return text.substring(0, group.start()) + alternative + text.substring(group.end());
  }

  /** A host that is left out was meant to be any, and not to be empty. */
  private static boolean isWhole(String pattern) {
    return OriginDraft.validOrNull(pattern) != null && !pattern.endsWith(Scheme.SEPARATOR);
  }

  private static UnaryOperator<String> replace(String piece, String replacement) {
    Pattern pattern = Pattern.compile(piece);
    return text -> pattern.matcher(text).replaceAll(replacement);
  }
}
