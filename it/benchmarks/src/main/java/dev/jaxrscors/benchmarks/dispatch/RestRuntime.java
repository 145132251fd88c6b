package dev.jaxrscors.benchmarks.dispatch;

/** An implementation of Jakarta REST. */
public enum RestRuntime {
  /** Jersey 3.1, which brings no filter for CORS. */
  JERSEY,
  /** RESTEasy 6.2, which brings {@code CorsFilter}. */
  RESTEASY,
  /** CXF 4.1, which brings {@code CrossOriginResourceSharingFilter}. */
  CXF;

  /** {@return whether a filter for CORS comes with it} */
  public boolean hasPeer() {
    return this != JERSEY;
  }

  /**
   * {@return the runtime with an application}
   *
   * @param layer what takes care of CORS in the application
   */
  public Dispatcher with(Layer layer) {
    return switch (this) {
      case JERSEY -> Jersey.with(layer);
      case RESTEASY -> RestEasy.with(layer);
      case CXF -> Cxf.with(layer);
    };
  }
}
