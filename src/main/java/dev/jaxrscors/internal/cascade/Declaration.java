package dev.jaxrscors.internal.cascade;

import dev.jaxrscors.Danger;
import dev.jaxrscors.policy.Member;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A place and the members of a policy that it sets, from annotations, keys or code.
 *
 * @param place how messages name the place, such as {@code Orders.replace}
 * @param written what stands there of each member that is not left to farther places: the elements
 *     of a list, a constant, a number, the name of a class
 */
public record Declaration(String place, Map<Member, List<String>> written) {

  /** {@return what is written of a member; nothing if it is not set} */
  public List<String> texts(Member member) {
    return written.getOrDefault(member, List.of());
  }

  /** Reports whether it names a policy, and so starts afresh. */
  public boolean hasName() {
    return written.containsKey(Member.VALUE);
  }

  /** Reports whether it sets origins, or a source of them. */
  public boolean hasOrigins() {
    return written.containsKey(Member.ORIGINS) || written.containsKey(Member.ORIGIN_SOURCE);
  }

  /** Reports whether a check is set aside for no origins; one may be for those of a name. */
  boolean waivesInVain() {
    return !hasOrigins()
        && texts(Member.DANGEROUSLY).stream()
            .anyMatch(danger -> !hasName() || !danger.equals(Danger.LOOPBACK_ORIGINS.name()));
  }

  /** {@return the members that it sets; all that is about origins counts as those} */
  public Set<Member> members() {
    Set<Member> members = EnumSet.noneOf(Member.class);
    members.addAll(written.keySet());
    members.remove(Member.DANGEROUSLY);
    if (members.remove(Member.ORIGIN_SOURCE)) {
      members.add(Member.ORIGINS);
    }
    return members;
  }

  /** {@return the members that farther places cannot set any more; a name settles all} */
  public static Set<Member> settledBy(Stream<Declaration> nearer) {
    Set<Member> settled = EnumSet.noneOf(Member.class);
    nearer.forEach(declaration -> settled.addAll(declaration.members()));
    return settled.contains(Member.VALUE) ? EnumSet.allOf(Member.class) : settled;
  }

  /**
   * Reports whether one that is equally near differs in members that are not settled.
   *
   * @param settled the members that nearer ones set
   */
  public boolean contradicts(Declaration other, Set<Member> settled) {
    return !unsettled(settled).equals(other.unsettled(settled));
  }

  private Map<Member, Object> unsettled(Set<Member> settled) {
    Map<Member, Object> unsettled = new EnumMap<>(Member.class);
    for (Member member : members()) {
      if (!settled.contains(member)) {
        unsettled.put(member, member == Member.ORIGINS ? origins() : texts(member));
      }
    }
    return unsettled;
  }

  private Object origins() {
    return List.of(
        texts(Member.ORIGINS), texts(Member.ORIGIN_SOURCE), Set.copyOf(texts(Member.DANGEROUSLY)));
  }
}
