package dev.jaxrscors.mutation;

/**
 * One small change to the code, named so that it stays the same one while lines come and go.
 *
 * @param place the class below the root package, and the method
 * @param mutator what changes code so
 * @param line the line of code, without the spaces around it
 */
record Mutant(String place, String mutator, String line) {

  String className() {
    return place.substring(0, place.lastIndexOf('.')).replaceFirst("\\$.*", "");
  }

  @Override
  public String toString() {
    return place + ": " + mutator + "\n  " + line;
  }
}
