package dev.jaxrscors;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A target that a test makes up. */
public record FakeTarget(String host, String path, String method, Map<String, String> headers)
    implements Target {

  public FakeTarget(String host, String path, String method) {
    this(host, path, method, Map.of());
  }

  /** Returns the same of a request with these headers. */
  public FakeTarget with(Map<String, String> more) {
    Map<String, String> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    all.putAll(more);
    return new FakeTarget(host, path, method, all);
  }

  @Override
  public boolean isPreflight() {
    return false;
  }

  @Override
  public String requestPath() {
    return path;
  }

  @Override
  public Optional<String> pathParameter(String name) {
    return Optional.empty();
  }

  @Override
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }
}
