package dev.jaxrscors.benchmarks.wire;

import dev.jaxrscors.benchmarks.dispatch.Call;

/**
 * One load of one server.
 *
 * @param container which server
 * @param layer what takes care of CORS in it
 * @param call what it was asked
 * @param round when, from 1
 * @param status the status code of its answers
 * @param requests how many it answered
 * @param micros how long it took
 * @param cpuMicros how long the processors worked for the server meanwhile
 */
public record Sample(
    Container container,
    CorsLayer layer,
    Call call,
    int round,
    int status,
    long requests,
    long micros,
    long cpuMicros) {

  /** {@return the time of the processors for one request, in microseconds} */
  public double cpuPerRequest() {
    return (double) cpuMicros / requests;
  }

  /** {@return the requests answered in one second} */
  public double requestsPerSecond() {
    return requests * 1e6 / micros;
  }
}
