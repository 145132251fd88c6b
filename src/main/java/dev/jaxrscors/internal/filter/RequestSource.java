package dev.jaxrscors.internal.filter;

import dev.jaxrscors.Target;
import dev.jaxrscors.internal.deploy.AppliedPolicy;

/**
 * What a request does not say itself: what it was matched with, and who sent it.
 *
 * @param <R> how a door sees requests
 */
interface RequestSource<R> extends RequestReader<R> {

  /**
   * Returns the target of a request.
   *
   * @param path the path template of the class that was matched, or {@link Target#UNMATCHED}
   */
  Target target(R request, String path);

  /** Reports whether a request comes from a page of this server. */
  default boolean isSameOrigin(R request) {
    return false;
  }

  /**
   * Returns the path template that a request was matched with, for the log and for events: where it
   * cannot be found, as the class that was matched has it.
   */
  default String template(R request, AppliedPolicy applied) {
    if (!(applied instanceof AppliedPolicy.Governed governed)) {
      return Target.UNMATCHED;
    }
    try {
      return target(request, governed.path()).path();
    } catch (RuntimeException | LinkageError e) {
      return governed.path();
    }
  }

  /** Reports whether a root resource was matched, though no method of a resource was. */
  default boolean isBelowRoot(R request) {
    return false;
  }

  /** Returns the address that a request came from; empty where it is not known. */
  String address(R request);
}
