package dev.jaxrscors.contract;

import dev.jaxrscors.wire.Reply;
import java.util.List;

/**
 * What came of a request.
 *
 * @param reply what came back
 * @param calls what ran in the application: a name, a space and a count each
 */
public record Outcome(Reply reply, List<String> calls) {

  /**
   * Copies the list.
   *
   * @param reply what came back
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
