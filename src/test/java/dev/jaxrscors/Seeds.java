package dev.jaxrscors;

import java.util.Random;

/**
 * Where differential tests take their cases from: the same ones each time, so that a build is what
 * the last one was; with {@code -Pfuzz} other ones, and many more, from a seed that is printed.
 */
public final class Seeds {

  private static final String SEED = System.getProperty("fuzz.seed", "20261129");
  private static final int TIMES = Integer.getInteger("fuzz.times", 1);

  private Seeds() {}

  /** Returns a source of cases for a test. */
  public static Random random(Class<?> test) {
    long seed = SEED.equals("new") ? System.nanoTime() : Long.parseLong(SEED);
    if (TIMES > 1) {
      System.out.printf("%s: -Dfuzz.seed=%d%n", test.getSimpleName(), seed);
    }
    return new Random(seed);
  }

  /** Returns how many cases there are, of so many in an ordinary build. */
  public static int cases(int usual) {
    return Math.multiplyExact(usual, TIMES);
  }

  /** Returns one of these. */
  @SafeVarargs
  public static <T> T one(Random random, T... of) {
    return of[random.nextInt(of.length)];
  }
}
