package dev.jaxrscors.contract.app;

import dev.jaxrscors.wire.Calls;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.stream.Collectors;

/** Tells what has run in the application since it was last asked. */
@Path("calls")
@Produces("text/plain")
public class CallsTaken {

  /**
   * Returns the calls, and forgets them.
   *
   * @return a name, a space and a count on each line
   */
  @GET
  public String take() {
    return Calls.take().entrySet().stream()
        .map(call -> call.getKey() + " " + call.getValue() + "\n")
        .collect(Collectors.joining());
  }
}
