package dev.jaxrscors.browsers.differential;

import java.util.List;

/**
 * What a browser makes of a case.
 *
 * @param sent what it sent to the servers
 * @param seen what the script saw of each call
 */
record Verdict(List<String> sent, List<String> seen) {

  @Override
  public String toString() {
    return "sent " + sent + ", saw " + seen;
  }
}
