package dev.jaxrscors.contract;

import dev.jaxrscors.wire.Reply;
import dev.jaxrscors.wire.Request;
import dev.jaxrscors.wire.SocketClient;
import java.net.URI;
import java.util.List;
import java.util.Set;

/**
 * One application in one place: what the contract is proved on.
 *
 * @param baseUri where it is, a URI that ends in a slash
 * @param abilities what the place offers
 * @param gaps what the place keeps the library from
 */
public record Subject(URI baseUri, Set<Ability> abilities, Set<Gap> gaps) {

  /**
   * Copies the sets.
   *
   * @param baseUri where it is
   * @param abilities what the place offers
   * @param gaps what the place keeps the library from
   */
  public Subject {
    abilities = Set.copyOf(abilities);
    gaps = Set.copyOf(gaps);
  }

  /**
   * Sends a request.
   *
   * @param request the request
   * @return the answer
   */
  public Reply send(Request request) {
    return SocketClient.of(baseUri).send(request);
  }

  /**
   * Sends a request, and finds out what it made run.
   *
   * @param request the request
   * @return the answer, and the calls
   */
  public Outcome during(Request request) {
    takeCalls();
    Reply reply = send(request);
    return new Outcome(reply, takeCalls());
  }

  /**
   * Returns the calls in the application since this was last asked.
   *
   * @return a name, a space and a count each
   */
  public List<String> takeCalls() {
    return send(Request.of("GET", "calls")).text().lines().toList();
  }

  /**
   * Reports whether the place has a gap.
   *
   * @param gap the gap
   * @return whether it is on its list
   */
  public boolean has(Gap gap) {
    return gaps.contains(gap);
  }
}
