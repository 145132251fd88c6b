package dev.jaxrscors.benchmarks.dispatch;

import java.util.Objects;

/** What takes care of CORS in an application. */
public enum Layer {
  /** Nothing does. */
  BARE,
  /** Filters that do nothing, where this library has some. */
  IDLE,
  /** Filters at the same places that do the least they can to answer right. */
  LEAST,
  /** The response filter that is copied from page to page of the web. */
  HAND_WRITTEN,
  /** The filter that comes with the runtime, where one does. */
  PEER,
  /** This library. */
  OURS;

  private boolean sharesWith(Call call) {
    return switch (this) {
      case BARE, IDLE -> false;
      case LEAST, HAND_WRITTEN, PEER, OURS -> call.isAllowed();
    };
  }

  /**
   * Checks that a response is what this layer makes of a request, so that nothing else is measured.
   *
   * @param call the request
   * @param reply the response
   * @throws IllegalStateException if it is not
   */
  public void check(Call call, Reply reply) {
    String origin = reply.headers().value("Access-Control-Allow-Origin");
    if (!Objects.equals(origin, sharesWith(call) ? Call.ALLOWED : null)) {
      throw new IllegalStateException(this + " shares the response to " + call + " with " + origin);
    }
    if ((this == LEAST || this == OURS) && reply.status() != call.status()) {
      throw new IllegalStateException(this + " answers " + call + " with " + reply.status());
    }
  }
}
