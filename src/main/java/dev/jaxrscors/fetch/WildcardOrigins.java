package dev.jaxrscors.fetch;

import java.util.Collection;
import java.util.IntSummaryStatistics;

/**
 * The patterns of an {@link OriginSet} that mean many origins each, and have their asterisks in the
 * same places.
 *
 * <p>An origin is looked up under each pattern that could match it: where the host is spelled out,
 * under its own; below a domain, at each dot under the part behind it. The host is read once, from
 * right to left, because then the hash of each such part is at hand when its dot is reached, and no
 * further than the longest pattern goes, whatever number of labels an attacker sends.
 *
 * <p>What is spelled like a pattern is well-formed, so that only what stands for its asterisks is
 * checked, and only when a pattern is found.
 */
final class WildcardOrigins {
  private final OriginShape shape;
  private final Slots slots;
  private final int fewestLabels;
  private final int mostLabels;

  WildcardOrigins(OriginShape shape, Collection<OriginPattern> patterns) {
    IntSummaryStatistics labels =
        patterns.stream().mapToInt(WildcardOrigins::labels).summaryStatistics();
    this.shape = shape;
    this.fewestLabels = labels.getMin();
    this.mostLabels = labels.getMax();
    this.slots = new Slots(patterns.size());
    patterns.forEach(this::add);
  }

  private static int labels(OriginPattern pattern) {
    String text = pattern.toString();
    int labels = 1;
    for (int i = pattern.domainStart(); i < pattern.hostEnd(); i++) {
      labels += text.charAt(i) == '.' ? 1 : 0;
    }
    return labels;
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
    long around = hashAround(text, pattern.hostStart(), pattern.hostEnd());
    int slot = slots.first(hash(around, text, pattern.domainStart(), pattern.hostEnd()));
    while (!slots.endsSearch(slot, text)) {
      slot = slots.next(slot);
    }
    return slot;
  }

  /**
   * Looks an origin up.
   *
   * @param origin the serialisation of a tuple, or any other text, which no pattern matches
   * @param hostEnd where its host ends, if it is an origin
   * @return how many slots were looked at, as a negative number, or 0, if no pattern matches
   */
  int search(String origin, int hostEnd) {
    int hostStart = OriginShape.hostStart(origin);
    long around = hashAround(origin, hostStart, hostEnd);
    return shape.hasAnySubdomain()
        ? searchDomains(origin, hostStart, hostEnd, around)
        : find(origin, hostStart, hostEnd, hash(around, origin, hostStart, hostEnd), 0);
  }

  private int searchDomains(String origin, int hostStart, int hostEnd, long around) {
    int looks = 0;
    long hash = around;
    int labelEnd = hostEnd;
    for (int labels = 1; labels <= mostLabels && looks <= 0; labels++) {
      int dot = dotBefore(origin, labelEnd, hostStart);
      if (dot < hostStart) {
        break;
      }
      hash = Slots.step(hash, Slots.hash(origin, dot + 1, labelEnd));
      looks = labels < fewestLabels ? looks : find(origin, dot + 1, hostEnd, hash, looks);
      labelEnd = dot;
    }
    return looks;
  }

  /** Returns the hash of a host after {@code hash}, label by label from right to left. */
  private static long hash(long hash, String text, int from, int to) {
    long sum = hash;
    int labelEnd = to;
    while (labelEnd >= from) {
      int dot = dotBefore(text, labelEnd, from);
      sum = Slots.step(sum, Slots.hash(text, dot + 1, labelEnd));
      labelEnd = dot;
    }
    return sum;
  }

  /** Returns where the dot before a label is, or the place before {@code from} if there is none. */
  private static int dotBefore(String text, int labelEnd, int from) {
    return Math.max(from - 1, text.lastIndexOf('.', labelEnd - 1));
  }

  /**
   * Goes on with a search that has found nothing so far, which its looks as a negative number say.
   */
  private int find(String origin, int from, int hostEnd, long hash, int before) {
    int looks = 1 - before;
    int slot = slots.first(hash);
    for (String text = slots.at(slot); text != null; text = slots.at(slot)) {
      if (shape.matches(text, origin, from, hostEnd)) {
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
