package dev.jaxrscors.policy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * One or more policies are wrong; holds every {@link PolicyProblem} found, each with its place.
 *
 * <p>Thrown where a policy is built in code, and where an application is deployed, which it stops.
 */
public final class InvalidPolicyException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  // A list of a hundred thousand origins can be wrong as a whole.
  private static final int MOST_SHOWN = 200;

  // Not for a stream: a problem may hold what cannot be serialized; the message has it all.
  private final transient List<Mistake> mistakes;

  /**
   * Makes an exception whose message has a line for each mistake, sorted by place, up to {@value
   * #MOST_SHOWN}.
   *
   * @param mistakes what is wrong, and where
   */
  public InvalidPolicyException(Collection<Mistake> mistakes) {
    super(message(sorted(mistakes)));
    this.mistakes = sorted(mistakes);
  }

  static InvalidPolicyException of(String place, Wording wording, List<PolicyProblem> problems) {
    return new InvalidPolicyException(
        problems.stream().map(p -> new Mistake(place, p, p.text(wording))).toList());
  }

  /** {@return every mistake with its place, sorted by place} */
  public List<Mistake> mistakes() {
    return mistakes;
  }

  /** {@return every problem} */
  public List<PolicyProblem> problems() {
    return mistakes.stream().map(Mistake::problem).toList();
  }

  private static List<Mistake> sorted(Collection<Mistake> mistakes) {
    return mistakes.stream().distinct().sorted(Comparator.comparing(Mistake::place)).toList();
  }

  private static String message(List<Mistake> mistakes) {
    List<String> lines = new ArrayList<>();
    if (mistakes.size() > 1) {
      lines.add(mistakes.size() + " mistakes in CORS policies:");
    }
    mistakes.stream().limit(MOST_SHOWN).map(Mistake::toString).forEach(lines::add);
    if (mistakes.size() > MOST_SHOWN) {
      lines.add("and " + (mistakes.size() - MOST_SHOWN) + " more.");
    }
    return String.join(System.lineSeparator(), lines);
  }

  /**
   * A problem and where it is.
   *
   * <p>It is immutable.
   *
   * @param place where, such as {@code Orders.replace}
   * @param problem what
   * @param text its description, in the words of the place
   */
  public record Mistake(String place, PolicyProblem problem, PolicyRemark.Text text) {

    /**
     * Makes one in the words of an annotation.
     *
     * @param place where, such as {@code Orders.replace}
     * @param problem what
     */
    public Mistake(String place, PolicyProblem problem) {
      this(place, problem, problem.text());
    }

    /**
     * {@return the same at another place, in the same words}
     *
     * @param other where
     */
    public Mistake at(String other) {
      return new Mistake(other, problem, text);
    }

    /**
     * {@return the same, with more to do}
     *
     * @param remedy what to do instead, as a clause in the imperative
     */
    public Mistake withRemedy(String remedy) {
      return new Mistake(place, problem, text.withRemedy(remedy));
    }

    @Override
    public String toString() {
      return place + ", " + text.describe();
    }
  }
}
