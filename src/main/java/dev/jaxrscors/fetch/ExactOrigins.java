package dev.jaxrscors.fetch;

import java.util.Collection;

/**
 * The patterns of an {@link OriginSet} that mean one origin each: the one that is spelled alike.
 */
final class ExactOrigins {
  private final Slots slots;

  ExactOrigins(Collection<OriginPattern> patterns) {
    slots = new Slots(patterns.size());
    patterns.forEach(pattern -> add(pattern.toString()));
  }

  private void add(String text) {
    slots.put(slotOf(text), text);
  }

  boolean contains(String text) {
    return slots.size() > 0 && slots.at(slotOf(text)) != null;
  }

  /** Returns the slot in which a text stands, or the empty one where it would. */
  private int slotOf(String text) {
    int slot = firstSlot(text);
    while (!slots.endsSearch(slot, text)) {
      slot = slots.next(slot);
    }
    return slot;
  }

  /** Returns how many slots are looked at to learn whether a text is there. */
  int probes(String text) {
    int probes = 1;
    for (int slot = firstSlot(text); !slots.endsSearch(slot, text); slot = slots.next(slot)) {
      probes++;
    }
    return probes;
  }

  private int firstSlot(String text) {
    return slots.first(Slots.hash(text, 0, text.length()));
  }

  Slots slots() {
    return slots;
  }
}
