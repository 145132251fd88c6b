package dev.jaxrscors.report;

import dev.jaxrscors.internal.deploy.AppliedPolicy;

/** Whether a policy is in force at an endpoint, and what is to be said where none is. */
enum EndpointState {
  GOVERNED("governed", ""),
  /** No level sets one. */
  UNGOVERNED("ungoverned", ": no policy, so browsers let no page of another origin read it"),
  /** It is switched off, alone or with all others; programs are told that there is none. */
  OFF("ungoverned", ": switched off, so browsers let no page of another origin read it"),
  BROKEN("broken", ": its policy is wrong, see the mistakes");

  private final String key;
  private final String note;

  EndpointState(String key, String note) {
    this.key = key;
    this.note = note;
  }

  static EndpointState of(AppliedPolicy applied) {
    if (applied instanceof AppliedPolicy.Governed) {
      return GOVERNED;
    }
    if (applied instanceof AppliedPolicy.Broken) {
      return BROKEN;
    }
    return applied == AppliedPolicy.Ungoverned.OFF ? OFF : UNGOVERNED;
  }

  /** Returns what programs and style sheets call it. */
  String key() {
    return key;
  }

  /** Returns what is to be said of endpoints that no policy is shown of. */
  String note() {
    return note;
  }
}
