package dev.jaxrscors.fetch;

import java.util.Collection;

/**
 * The patterns of an {@link OriginSet} that mean many origins each, and have their asterisks in the
 * same places.
 *
 * <p>An origin is looked up under each pattern that could match it: where the host is spelled out,
 * under its own; below a domain, at each dot under the part behind it. The host is read once, from
 * right to left, because then the hash of each such part is at hand when its dot is reached.
 */
final class WildcardOrigins {
  private final OriginShape shape;
  private final Slots slots;

  WildcardOrigins(OriginShape shape, Collection<OriginPattern> patterns) {
    this.shape = shape;
    this.slots = new Slots(patterns.size());
    patterns.forEach(this::add);
  }

  private void add(OriginPattern pattern) {
    slots.put(slotOf(pattern), pattern.toString());
  }

  boolean contains(OriginPattern pattern) {
    return slots.at(slotOf(pattern)) != null;
  }

  /** Returns the slot in which a pattern stands, or the empty one where it would. */
  private int slotOf(OriginPattern pattern) {
    String text = pattern.toString();
    long hash = hashAround(text, pattern.hostStart(), pattern.hostEnd());
    for (int i = pattern.hostEnd() - 1; i >= pattern.domainStart(); i--) {
      hash = Slots.step(hash, text.charAt(i));
    }
    int slot = slots.first(hash);
    while (!slots.endsSearch(slot, text)) {
      slot = slots.next(slot);
    }
    return slot;
  }

  /**
   * Looks an origin up.
   *
   * @param origin the serialisation of a tuple
   * @param hostEnd where its host ends
   * @return how many slots were looked at, as a negative number if no pattern matches
   */
  int search(String origin, int hostEnd) {
    int hostStart = OriginShape.hostStart(origin);
    long hash = hashAround(origin, hostStart, hostEnd);
    int looks = 0;
    for (int i = hostEnd - 1; i >= hostStart && looks <= 0; i--) {
      char c = origin.charAt(i);
      if (c == '.' && shape.hasAnySubdomain()) {
        looks = find(origin, i + 1, hostEnd, hash, looks);
      }
      hash = Slots.step(hash, c);
    }
    return shape.hasAnySubdomain() ? looks : find(origin, hostStart, hostEnd, hash, looks);
  }

  /**
   * Goes on with a search that has found nothing so far, which its looks as a negative number say.
   */
  private int find(String origin, int from, int hostEnd, long hash, int before) {
    int looks = 1 - before;
    int slot = slots.first(hash);
    for (String text = slots.at(slot); text != null; text = slots.at(slot)) {
      if (shape.isSpelled(text, origin, from, hostEnd)) {
        return looks;
      }
      slot = slots.next(slot);
      looks++;
    }
    return -looks;
  }

  /** Returns the hash of the scheme and the port. */
  private long hashAround(String text, int hostStart, int hostEnd) {
    long port = shape.hasAnyPort() ? 0 : Slots.hash(text, hostEnd, text.length());
    return Slots.step(Slots.hash(text, 0, hostStart), port);
  }

  boolean haveAnySubdomain() {
    return shape.hasAnySubdomain();
  }

  Slots slots() {
    return slots;
  }
}
