package dev.jaxrscors.contract;

import dev.jaxrscors.wire.ConformanceResources;
import dev.jaxrscors.wire.ConformanceSuite;
import dev.jaxrscors.wire.Reply;
import dev.jaxrscors.wire.Request;
import java.net.URI;

/** The conformance cases, held against an application somewhere else. */
public abstract class ConformanceContract extends ConformanceSuite {

  /**
   * Returns the application the contract is proved on.
   *
   * @return the application
   */
  protected abstract Subject subject();

  @Override
  protected URI baseUri() {
    return subject().baseUri();
  }

  @Override
  protected Reply send(Request request) {
    return subject().send(request);
  }

  @Override
  protected boolean takeInvoked() {
    return subject().takeCalls().stream()
        .anyMatch(call -> call.startsWith(ConformanceResources.RESOURCE + " "));
  }
}
