package dev.jaxrscors.contract.app;

import dev.jaxrscors.OriginSource;
import dev.jaxrscors.Target;
import dev.jaxrscors.fetch.Origin;
import dev.jaxrscors.wire.Calls;

/** A source of origins that counts how often it is asked: a filter that runs twice asks twice. */
public class TenantOrigins implements OriginSource {

  @Override
  public boolean allows(Origin origin, Target target) {
    Calls.count("source");
    return origin.serialized().equals("https://tenant.example.com");
  }
}
