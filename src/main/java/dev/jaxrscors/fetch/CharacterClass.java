package dev.jaxrscors.fetch;

/** Some ASCII characters. Whether one is among them is one look into a table. */
final class CharacterClass {
  static final String DIGITS = "0123456789";
  static final String LOWER_CASE = "abcdefghijklmnopqrstuvwxyz";
  static final String UPPER_CASE = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

  private final boolean[] members = new boolean[128];

  private CharacterClass(String characters) {
    characters.chars().forEach(c -> members[c] = true);
  }

  static CharacterClass of(String... characters) {
    return new CharacterClass(String.join("", characters));
  }

  boolean has(char c) {
    return c < members.length && members[c];
  }
}
