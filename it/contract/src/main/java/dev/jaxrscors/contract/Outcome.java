package dev.jaxrscors.contract;

import java.util.List;

/**
 * What came of a request.
 *
 * @param answer what came back
 * @param calls what ran in the application: a name, a space and a count each
 */
public record Outcome(Answer answer, List<String> calls) {

  /**
   * Copies the list.
   *
   * @param answer what came back
   * @param calls what ran in the application
   */
  public Outcome {
    calls = List.copyOf(calls);
  }

  /**
   * Reports whether something ran.
   *
   * @param name what is counted under
   * @return whether it did, once or more
   */
  public boolean ran(String name) {
    return calls.stream().anyMatch(call -> call.startsWith(name + " "));
  }
}
