package dev.jaxrscors.policy;

/**
 * What there is to say about a policy: a {@link PolicyProblem}, which leaves no policy, or a {@link
 * PolicyHint}, which does.
 */
public sealed interface PolicyRemark permits PolicyProblem, PolicyHint {

  /** {@return the five parts of which the others are taken, in the words of an annotation} */
  Text text();

  /**
   * {@return the same, in the words of the places where the policy is written}
   *
   * @param in the words
   */
  default Text text(Wording in) {
    return text();
  }

  /** {@return the member that it is about} */
  default Member member() {
    return text().member();
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
    return describe(text());
  }

  /**
   * {@return the same of parts that were put into other words}
   *
   * @param text the parts
   */
  default String describe(Text text) {
    return "member %s: %s %s, because %s; %s."
        .formatted(
            text.member().label(), text.value(), text.finding(), text.reason(), text.remedy());
  }

  /**
   * The parts of a message.
   *
   * @param member the member
   * @param value the value as it is shown
   * @param finding what is said of it, such as "is prohibited with credentials"
   * @param reason why, as a clause that follows "because"
   * @param remedy what to do instead, in the imperative
   */
  record Text(Member member, String value, String finding, String reason, String remedy) {}
}
