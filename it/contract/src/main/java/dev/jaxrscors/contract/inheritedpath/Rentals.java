package dev.jaxrscors.contract.inheritedpath;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.wire.Calls;

/** A resource that inherits its path from an interface, and narrows its policy. */
@CorsPolicy(origins = "https://narrow.example.com")
public class Rentals implements RentalsApi {

  @Override
  public String list() {
    return "rentals";
  }

  @Override
  public void replace() {
    Calls.count("Rentals.replace");
  }
}
