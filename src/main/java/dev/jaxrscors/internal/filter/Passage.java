package dev.jaxrscors.internal.filter;

import dev.jaxrscors.internal.protocol.ResponseHeaders;

/**
 * What the servlet door knows of a request that it lets through to Jakarta REST, where somebody
 * nearer may decide. It knows no type of the servlet API, which need not be there.
 */
interface Passage {

  /** The name of the attribute of a servlet request. */
  String ATTRIBUTE = "dev.jaxrscors.passage";

  /** Reports whether it is a preflight, which no resource method may answer. */
  boolean isPreflight();

  /** Takes note that the request has come to the filters of this library in Jakarta REST. */
  void enter();

  /** Takes note that a policy of Jakarta REST has decided: these are the fields to be sent. */
  void decide(ResponseHeaders headers);

  /** Takes note that a resource was matched that no policy governs: then the door decides. */
  void leave();

  /** Reports whether the policy of the door rejects the request, if it is the one to decide. */
  boolean isRejected();
}
