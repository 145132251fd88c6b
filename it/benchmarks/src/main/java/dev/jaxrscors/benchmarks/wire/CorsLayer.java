package dev.jaxrscors.benchmarks.wire;

import dev.jaxrscors.benchmarks.dispatch.Call;

/**
 * What takes care of CORS in a server, and the status codes it gives where they differ: the load of
 * a layer that turns a stranger's GET away with a 403 saves the resource, and is to be read so.
 */
public enum CorsLayer {
  /** Nothing does. */
  BARE(200, 200, 200),
  /** The filter that is copied from page to page of the web. */
  HAND_WRITTEN(200, 200, 200),
  /** Jetty's {@code CrossOriginHandler}. */
  JETTY(200, 200, 200),
  /** Tomcat's {@code CorsFilter}. */
  TOMCAT(403, 200, 403),
  /** Spring's {@code CorsFilter}. */
  SPRING(403, 200, 403),
  /** RESTEasy's {@code CorsFilter}, which any runtime of Jakarta REST takes. */
  RESTEASY(403, 200, 403),
  /** Filters at the places of this library's that do the least they can to answer right. */
  LEAST(200, 204, 403),
  /** This library. */
  OURS(200, 204, 403);

  private final int refusedGet;
  private final int grantedPreflight;
  private final int refusedPreflight;

  CorsLayer(int refusedGet, int grantedPreflight, int refusedPreflight) {
    this.refusedGet = refusedGet;
    this.grantedPreflight = grantedPreflight;
    this.refusedPreflight = refusedPreflight;
  }

  /**
   * {@return the status code of the answer to a call}
   *
   * @param call the request
   */
  int status(Call call) {
    return switch (call) {
      case GET_WITHOUT_ORIGIN, GET_ALLOWED -> 200;
      case GET_REFUSED -> refusedGet;
      case PREFLIGHT_GRANTED -> grantedPreflight;
      case PREFLIGHT_REFUSED -> refusedPreflight;
    };
  }

  /**
   * {@return whether the answer to a call lets a page read it}
   *
   * @param call the request
   */
  boolean grants(Call call) {
    return this != BARE && (call == Call.GET_ALLOWED || call == Call.PREFLIGHT_GRANTED);
  }
}
