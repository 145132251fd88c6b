package dev.jaxrscors.benchmarks.scale;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Random;

/**
 * The bytes of {@code Origin} headers. Each request brings a text of its own, whose hash nobody has
 * computed yet: so it is here, for whatever is measured.
 */
final class Requests {

  private static final int MOST = 1 << 20;

  private final byte[][] origins;
  private int next;

  private Requests(byte[][] origins) {
    this.origins = origins;
  }

  /** Returns requests of one customer only. */
  static Requests hot(int customers) {
    return new Requests(new byte[][] {origin(customers / 2)});
  }

  /** Returns requests of all customers, one after the other in no order. */
  static Requests rotating(int customers) {
    byte[][] origins = new byte[Math.min(MOST, customers)][];
    for (int i = 0; i < origins.length; i++) {
      origins[i] = origin(i);
    }
    shuffle(origins, new Random(1));
    return new Requests(origins);
  }

  private static void shuffle(byte[][] origins, Random random) {
    for (int i = origins.length - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      byte[] swapped = origins[i];
      origins[i] = origins[other];
      origins[other] = swapped;
    }
  }

  private static byte[] origin(int customer) {
    return Listed.origin(customer).getBytes(ISO_8859_1);
  }

  /** Returns the next origin, as a new text. */
  String next() {
    next = next + 1 < origins.length ? next + 1 : 0;
    return new String(origins[next], ISO_8859_1);
  }
}
