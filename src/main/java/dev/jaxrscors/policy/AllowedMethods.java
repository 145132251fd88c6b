package dev.jaxrscors.policy;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.fetch.RequestMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The methods that a policy allows: every method of the resource, or those of a list.
 *
 * <p>{@code GET} implies {@code HEAD}.
 *
 * <p>It is immutable.
 *
 * @param isAll whether every method of the resource is allowed
 * @param listed the listed methods; empty when all are allowed
 * @see <a href="https://fetch.spec.whatwg.org/#http-access-control-allow-methods">Fetch,
 *     Access-Control-Allow-Methods</a>
 */
public record AllowedMethods(boolean isAll, Set<RequestMethod> listed) {

  static final AllowedMethods ALL = new AllowedMethods(true, Set.of());

  private static final RequestMethod GET = RequestMethod.of("GET");
  private static final RequestMethod HEAD = RequestMethod.of("HEAD");

  /**
   * Makes one.
   *
   * @param isAll whether every method of the resource is allowed
   * @param listed the listed methods; empty when all are allowed
   */
  public AllowedMethods {
    listed = Set.copyOf(listed);
  }

  /** Reads the values; their mistakes go to {@code problems}. */
  static AllowedMethods parse(List<String> values, Consumer<? super PolicyProblem> problems) {
    if (values.isEmpty()) {
      problems.accept(ProblemKind.NO_METHODS.of());
    }
    List<String> names = values.stream().filter(value -> !value.equals(CorsPolicy.ANY)).toList();
    List<RequestMethod> listed =
        MemberValues.parse(Member.METHODS, names, RequestMethod::of, problems);
    List<String> covered = listed.stream().map(RequestMethod::name).distinct().toList();
    MemberValues.checkAsterisk(Member.METHODS, values, covered, problems);
    return values.contains(CorsPolicy.ANY) ? ALL : new AllowedMethods(false, Set.copyOf(listed));
  }

  /**
   * {@return whether a list as it is written leaves a method out} One with a value that is wrong in
   * itself, a placeholder included, is not judged.
   *
   * @param values the list
   * @param method the method
   */
  public static boolean leaveOut(List<String> values, RequestMethod method) {
    List<PolicyProblem> problems = new ArrayList<>();
    AllowedMethods parsed = parse(values, problems::add);
    return problems.isEmpty() && !parsed.allows(method);
  }

  /**
   * {@return whether {@code method} is allowed, on a resource that has it}
   *
   * @param method a request method
   */
  public boolean allows(RequestMethod method) {
    return isAll || listed.contains(method) || (method.equals(HEAD) && listed.contains(GET));
  }

  /** Returns what was given, in alphabetical order. */
  List<String> written() {
    return isAll
        ? List.of(CorsPolicy.ANY)
        : listed.stream().map(RequestMethod::name).sorted().toList();
  }
}
