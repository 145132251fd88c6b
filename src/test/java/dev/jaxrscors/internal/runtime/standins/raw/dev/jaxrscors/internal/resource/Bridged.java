package dev.jaxrscors.internal.runtime.standins.raw.dev.jaxrscors.internal.resource;

/** Stands for the class of that name, as a container sees it that looks at erasures alone. */
public class Bridged {

  public void put(Object value) {}

  public Object read(String key) {
    return key;
  }
}
