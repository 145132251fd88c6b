package dev.jaxrscors.internal.runtime.standins.raw.shop;

import dev.jaxrscors.internal.runtime.standins.raw.dev.jaxrscors.internal.resource.Bridged;

/** Overrides what are bridges in the class that it is loaded beside. */
public class BridgedProxy extends Bridged {

  @Override
  public void put(Object value) {}

  @Override
  public Object read(String key) {
    return key;
  }
}
