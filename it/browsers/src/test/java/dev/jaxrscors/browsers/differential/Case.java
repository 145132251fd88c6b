package dev.jaxrscors.browsers.differential;

import java.util.List;

/**
 * Calls of {@code fetch} to one address, one after the other, and what the server answers to them,
 * byte by byte: a status line without its protocol, header fields, and after an empty line the
 * body. In an answer {@code {page}} stands for the page's origin, {@code {here}} for that of the
 * server, {@code {beyond}} for that of another server, and {@code {next}} for the path of a second
 * address.
 *
 * @param id its name, which is a part of a path
 * @param asks the calls
 * @param preflight the answer to preflights
 * @param actual the answer to all other requests
 * @param nextPreflight the answer to preflights of the second address
 * @param nextActual the answer to all other requests to the second address
 */
record Case(
    String id,
    List<Ask> asks,
    String preflight,
    String actual,
    String nextPreflight,
    String nextActual) {
  private static final String UNEXPECTED = "501 Not Expected";

  static Case of(String id, String preflight, String actual, Ask... asks) {
    return new Case(id, List.of(asks), preflight, actual, UNEXPECTED, UNEXPECTED);
  }

  Case next(String preflightOfIt, String actualOfIt) {
    return new Case(id, asks, preflight, actual, preflightOfIt, actualOfIt);
  }
}
