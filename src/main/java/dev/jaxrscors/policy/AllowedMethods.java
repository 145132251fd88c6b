package dev.jaxrscors.policy;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.fetch.InvalidValueException;
import dev.jaxrscors.fetch.RequestMethod;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The methods that a policy allows: every method of the resource, or those of a list.
 *
 * <p>{@code GET} implies {@code HEAD}.
 *
 * @see <a href="https://fetch.spec.whatwg.org/#http-access-control-allow-methods">Fetch,
 *     Access-Control-Allow-Methods</a>
 */
public final class AllowedMethods {

  static final AllowedMethods ALL = new AllowedMethods(true, Set.of());

  private static final RequestMethod GET = RequestMethod.of("GET");
  private static final RequestMethod HEAD = RequestMethod.of("HEAD");

  private final boolean all;
  private final Set<RequestMethod> listed;

  private AllowedMethods(boolean all, Set<RequestMethod> listed) {
    this.all = all;
    this.listed = listed;
  }

  /** Returns what the values allow; what is wrong with them goes to {@code problems}. */
  static AllowedMethods parse(List<String> values, Consumer<? super PolicyProblem> problems) {
    if (values.isEmpty()) {
      problems.accept(ProblemKind.NO_METHODS.of());
    }
    Set<RequestMethod> listed = new LinkedHashSet<>();
    for (String value : values) {
      if (!value.equals(CorsPolicy.ANY)) {
        parseOne(value, listed, problems);
      }
    }
    List<String> covered = listed.stream().map(RequestMethod::name).toList();
    Asterisk.checkBeside(Member.METHODS, values, covered, problems);
    return values.contains(CorsPolicy.ANY) ? ALL : new AllowedMethods(false, Set.copyOf(listed));
  }

  /**
   * Reports whether a list as it is written leaves a method out. One with a value that is wrong in
   * itself, a placeholder included, is not judged.
   *
   * @param values the list
   * @param method the method
   * @return whether so
   */
  public static boolean leaveOut(List<String> values, RequestMethod method) {
    List<PolicyProblem> problems = new ArrayList<>();
    AllowedMethods parsed = parse(values, problems::add);
    return problems.isEmpty() && !parsed.allows(method);
  }

  private static void parseOne(
      String value, Set<RequestMethod> listed, Consumer<? super PolicyProblem> problems) {
    try {
      listed.add(RequestMethod.of(value));
      Asterisk.checkInside(Member.METHODS, value, problems);
    } catch (InvalidValueException e) {
      problems.accept(PolicyProblem.invalid(Member.METHODS, e));
    }
  }

  /**
   * Reports whether every method of the resource is allowed.
   *
   * @return whether so
   */
  public boolean isAll() {
    return all;
  }

  /**
   * Reports whether {@code method} is allowed, on a resource that has it.
   *
   * @param method a request method
   * @return whether so
   */
  public boolean allows(RequestMethod method) {
    return all || listed.contains(method) || (method.equals(HEAD) && listed.contains(GET));
  }

  /** {@return the listed methods; empty when all are allowed} */
  public Set<RequestMethod> listed() {
    return listed;
  }

  /** Returns what was given, in alphabetical order. */
  List<String> written() {
    return all
        ? List.of(CorsPolicy.ANY)
        : listed.stream().map(RequestMethod::name).sorted().toList();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AllowedMethods that && all == that.all && listed.equals(that.listed);
  }

  @Override
  public int hashCode() {
    return Boolean.hashCode(all) + listed.hashCode();
  }
}
