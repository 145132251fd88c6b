package dev.jaxrscors.internal.cascade;

import dev.jaxrscors.fetch.Quoted;
import dev.jaxrscors.policy.Member;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;

/**
 * What is left out of that which configuration says, because it is wrong where it is used: values
 * of lists, and all that it says of a member, in whose place {@link
 * dev.jaxrscors.policy.Policy#CLOSED} counts.
 *
 * @param members the members of which all is left out
 * @param values the values of lists that are left out
 */
public record Closings(Set<Member> members, Set<Value> values) {

  /** Nothing is left out. */
  public static final Closings NONE = new Closings(Set.of(), Set.of());

  /**
   * A value of a list.
   *
   * @param shown the value, as messages show it
   */
  public record Value(Member member, String shown) {}

  /** {@return the same, with all left out that configuration says of a member} */
  public Closings with(Member member) {
    Set<Member> more = EnumSet.of(member);
    more.addAll(members);
    return new Closings(more, values);
  }

  /** {@return the same, with all left out that others leave out} */
  public Closings with(Closings others) {
    Set<Member> more = EnumSet.noneOf(Member.class);
    more.addAll(members);
    more.addAll(others.members);
    Set<Value> moreValues = new HashSet<>(values);
    moreValues.addAll(others.values);
    return new Closings(more, moreValues);
  }

  /** Reports whether all is left out that configuration says of a member. */
  public boolean areOf(Member member) {
    return members.contains(member);
  }

  /** Reports whether a value is left out. */
  public boolean leaveOut(Member member, String value) {
    return areOf(member)
        || (!values.isEmpty() && values.contains(new Value(member, Quoted.of(value))));
  }

  /** Reports whether anything is left out. */
  public boolean isNone() {
    return equals(NONE);
  }
}
