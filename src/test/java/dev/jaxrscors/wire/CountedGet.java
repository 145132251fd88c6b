package dev.jaxrscors.wire;

import jakarta.ws.rs.GET;

/** A resource whose method counts its calls, for tests that are about its policy. */
public abstract class CountedGet {

  @GET
  public String get() {
    return Calls.counted("resource");
  }
}
