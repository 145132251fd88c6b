package dev.jaxrscors.internal.filter;

import dev.jaxrscors.policy.InvalidPolicyException.Mistake;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts what a message advises where it says, to the letter. */
final class PastedRemedy {

  private static final Pattern TO_ALLOW = Pattern.compile("to allow it: (.*)");
  private static final Pattern USE = Pattern.compile("use (\"[^\"]+\")");
  private static final Pattern SAY =
      Pattern.compile("(?:say|as in) ([^;$]+?)(?= for nobody|, or say|;|$)");
  private static final Pattern RENAME =
      Pattern.compile("(\\S+) in [^;]* has no effect on it: rename it to ([^;\\s]+)");
  private static final Pattern ANNOTATION = Pattern.compile("@CorsPolicy\\((.*)\\)(?: in code)?");
  private static final Pattern MEMBER =
      Pattern.compile(
          "(\\w+) = (\\{(?:\"[^\"]*\"|[^}\"])*}|[^,{]+?)(?:, (?=\\w+ = )|(?: in ([\\w.]+))?$)");
  private static final Pattern CALL = Pattern.compile("\\.?(\\w+)\\((.*)\\)(?: (?:in|of) (.*))?");
  private static final Pattern KEY = Pattern.compile("([\\w.-]+)=(.*)");

  private PastedRemedy() {}

  /** Reports whether a line of the log has something to be pasted. */
  static boolean isIn(String line) {
    return TO_ALLOW.matcher(line).find();
  }

  /** Returns the application with the remedy of a line of the log. */
  static WrittenShop ofLine(WrittenShop shop, String line) {
    Matcher remedy = TO_ALLOW.matcher(line);
    if (!remedy.find()) {
      throw new AssertionError("no remedy in: " + line);
    }
    String place = line.replaceFirst(".*; policy: ([^;]*);.*", "$1");
    return said(shop, place, remedy.group(1));
  }

  /** Returns the application, once for each of the remedies of a mistake. */
  static List<WrittenShop> ofMistake(WrittenShop shop, Mistake mistake) {
    List<WrittenShop> mended = new ArrayList<>();
    String remedy = mistake.text().remedy();
    for (MatchResult found : RENAME.matcher(remedy).results().toList()) {
      mended.add(renamed(shop, found.group(1), found.group(2)));
    }
    for (MatchResult found : USE.matcher(remedy).results().toList()) {
      mended.add(replaced(shop, mistake.text().value(), found.group(1)));
    }
    for (MatchResult found : SAY.matcher(remedy).results().toList()) {
      String said = found.group(1);
      if (said.startsWith("\"")) {
        mended.add(replaced(shop, mistake.text().value(), said));
      } else {
        mended.add(said(shop, mistake.place(), said));
      }
    }
    return mended;
  }

  private static WrittenShop said(WrittenShop shop, String place, String said) {
    WrittenShop mended = shop.copy();
    Matcher annotation = ANNOTATION.matcher(said);
    Matcher key = KEY.matcher(said);
    Matcher call = CALL.matcher(said);
    if (annotation.matches()) {
      putMembers(mended, place, annotation.group(1));
    } else if (said.matches("\\w+ = .*")) {
      putMembers(mended, place, said);
    } else if (key.matches()) {
      putKey(mended, key.group(1), key.group(2));
    } else if (call.matches()) {
      boolean isDefault = (place + call.group(3)).contains("default policy");
      put(isDefault ? mended.byDefault : mended.inCode, call.group(1), call.group(2));
    } else {
      throw new AssertionError("no remedy to be pasted: " + said);
    }
    return mended;
  }

  private static void putMembers(WrittenShop shop, String place, String members) {
    for (MatchResult member : MEMBER.matcher(members).results().toList()) {
      String where = member.group(3) == null ? place : member.group(3);
      put(
          where.startsWith("Orders.put") ? shop.onMethod : shop.onClass,
          member.group(1),
          member.group(2));
    }
  }

  private static void putKey(WrittenShop shop, String key, String value) {
    boolean isVariable = key.equals(key.toUpperCase(Locale.ROOT));
    put(isVariable ? shop.variables : shop.properties, key, value);
  }

  /** Puts a value, with what is there in the place of three dots. */
  private static void put(Map<String, String> values, String name, String value) {
    String there = values.getOrDefault(name, "").replaceAll("^\\{|}$", "");
    values.put(name, value.replace("...", there));
  }

  private static WrittenShop renamed(WrittenShop shop, String from, String to) {
    WrittenShop mended = shop.copy();
    Map<String, String> values =
        mended.variables.containsKey(from) ? mended.variables : mended.properties;
    String value = values.remove(from);
    if (value == null) {
      throw new AssertionError("no key " + from);
    }
    putKey(mended, to, value);
    return mended;
  }

  /** Replaces a value wherever it is written, between quotation marks or not. */
  private static WrittenShop replaced(WrittenShop shop, String quoted, String by) {
    WrittenShop mended = shop.copy();
    String value = quoted.substring(1, quoted.length() - 1);
    String other = by.substring(1, by.length() - 1);
    for (Map<String, String> written :
        List.of(
            mended.onClass,
            mended.onMethod,
            mended.inCode,
            mended.byDefault,
            mended.properties,
            mended.variables)) {
      written.replaceAll((name, text) -> text.replace(value, other));
    }
    return mended;
  }
}
