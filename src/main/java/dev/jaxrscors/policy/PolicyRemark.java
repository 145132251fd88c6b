package dev.jaxrscors.policy;

import java.util.List;
import java.util.Optional;

/**
 * A remark on a policy: a {@link PolicyProblem}, which leaves no policy, or a {@link PolicyHint},
 * which does.
 *
 * <p>Both are immutable.
 */
public sealed interface PolicyRemark permits PolicyProblem, PolicyHint {

  /** {@return the member that it is about; empty where it is about none, but about the place} */
  Optional<Member> member();

  /** {@return what is particular to this remark of its kind} */
  List<String> arguments();

  /**
   * {@return the parts of the message, in the words of the places where the policy is written}
   *
   * @param in the words
   */
  Text text(Wording in);

  /** {@return the same in the words of an annotation} */
  default Text text() {
    return text(Wording.ANNOTATION);
  }

  /** {@return the value as it is shown: quoted if it was written, else in words} */
  default String value() {
    return text().value();
  }

  /** {@return the rule or the reason, as a clause that follows "because"} */
  default String reason() {
    return text().reason();
  }

  /** {@return what to do instead, as a clause in the imperative} */
  default String remedy() {
    return text().remedy();
  }

  /** {@return the whole in one sentence, without the place} */
  default String describe() {
    return text().describe();
  }

  /**
   * The parts of a message.
   *
   * <p>It is immutable.
   *
   * @param member the member; empty where none is concerned
   * @param value the value as it is shown
   * @param finding what is found, such as "is prohibited with credentials"
   * @param reason why, as a clause that follows "because"
   * @param remedy what to do instead, in the imperative
   */
  record Text(Optional<Member> member, String value, String finding, String reason, String remedy) {

    /**
     * {@return the same with another remedy}
     *
     * @param other what to do instead, in the imperative
     */
    public Text withRemedy(String other) {
      return new Text(member, value, finding, reason, other);
    }

    /** {@return the parts as one sentence, which begins with the member if there is one} */
    public String describe() {
      return member.map(m -> "member " + m.label() + ": ").orElse("")
          + "%s %s, because %s; %s.".formatted(value, finding, reason, remedy);
    }
  }
}
