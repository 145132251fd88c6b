package dev.jaxrscors.internal.resource;

/** Has bridges, which {@code BridgedProxy} overrides as only what a container generates can. */
public class Bridged implements HierarchyTest.Filing<Integer> {

  @Override
  public void put(Integer value) {}

  public void put(String value) {}

  @Override
  public Integer read(String key) {
    return key.length();
  }
}
