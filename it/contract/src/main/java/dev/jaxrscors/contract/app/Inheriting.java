package dev.jaxrscors.contract.app;

import dev.jaxrscors.wire.Calls;
import jakarta.ws.rs.Path;

/** A resource whose annotations stand in its superclass, but for the path. */
@Path("inheriting")
public class Inheriting extends Base {

  @Override
  public String get() {
    Calls.count("Inheriting.get");
    return "inheriting";
  }

  @Override
  public String delete() {
    Calls.count("Inheriting.delete");
    return "inheriting";
  }
}
