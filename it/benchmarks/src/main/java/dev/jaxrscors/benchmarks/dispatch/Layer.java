package dev.jaxrscors.benchmarks.dispatch;

/** What takes care of CORS in an application. */
public enum Layer {
  /** Nothing does. */
  BARE,
  /** Filters that do nothing, where this library has some. */
  IDLE,
  /** The response filter that is copied from page to page of the web. */
  HAND_WRITTEN,
  /** The filter that comes with the runtime, where one does. */
  PEER,
  /** This library. */
  OURS
}
