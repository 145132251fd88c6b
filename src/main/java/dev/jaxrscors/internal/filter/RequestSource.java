package dev.jaxrscors.internal.filter;

import dev.jaxrscors.Target;
import dev.jaxrscors.internal.deploy.AppliedPolicy;
import jakarta.ws.rs.container.ContainerRequestContext;

/** What a request does not say itself: what it was matched with, and who sent it. */
interface RequestSource {

  /**
   * Returns the target of a request.
   *
   * @param path the path template of the class that was matched, or {@link Target#UNMATCHED}
   */
  Target target(ContainerRequestContext request, String path);

  /** Reports whether a request comes from a page of this server. */
  default boolean isSameOrigin(ContainerRequestContext request) {
    return false;
  }

  /**
   * Returns the path template that a request was matched with, for the log and for events: where it
   * cannot be found, as the class that was matched has it.
   */
  default String template(ContainerRequestContext request, AppliedPolicy applied) {
    if (!(applied instanceof AppliedPolicy.Governed governed)) {
      return Target.UNMATCHED;
    }
    try {
      return target(request, governed.path()).path();
    } catch (RuntimeException | LinkageError e) {
      return governed.path();
    }
  }

  /** Returns the address that a request came from; empty where it is not known. */
  String address(ContainerRequestContext request);
}
