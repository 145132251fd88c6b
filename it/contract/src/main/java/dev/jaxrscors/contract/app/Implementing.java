package dev.jaxrscors.contract.app;

import dev.jaxrscors.wire.Calls;
import jakarta.ws.rs.Path;

/** A resource whose annotations stand in its interface, but for the path. */
@Path("implementing")
public class Implementing implements Store<String> {

  @Override
  public String store(String stored) {
    Calls.count("Implementing.store");
    return "stored";
  }
}
