package dev.jaxrscors.internal.config;

import java.util.Set;

/** A place that fails whatever it is asked. */
final class FailingSource implements Source {

  @Override
  public String name() {
    return "a vault";
  }

  @Override
  public String value(String key) {
    throw new IllegalStateException("sealed");
  }

  @Override
  public Set<String> keys() {
    throw new IllegalStateException("sealed");
  }
}
