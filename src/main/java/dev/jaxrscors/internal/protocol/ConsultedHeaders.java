package dev.jaxrscors.internal.protocol;

import dev.jaxrscors.Target;
import dev.jaxrscors.fetch.HeaderName;
import dev.jaxrscors.fetch.InvalidValueException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The request headers that the source of origins of a policy has looked at, which all its responses
 * vary by from then on: a cache may go by the {@code Vary} of whichever it got last.
 */
final class ConsultedHeaders {

  private static final int MOST = 32;

  /** In lower case, as they were first written; replaced, never changed. */
  private volatile Map<String, String> names = Map.of();

  private volatile Vary vary = Vary.NOTHING;

  /** Returns a target that takes note of what is looked at. */
  Target watched(Target target) {
    return new Watched(target);
  }

  /** Returns a verdict that varies by all that was looked at as well. */
  Verdict varying(Verdict verdict) {
    Vary consulted = vary;
    return consulted.isNothing() ? verdict : verdict.alsoVaryingBy(consulted);
  }

  private void add(String name) {
    String key = name.toLowerCase(Locale.ROOT);
    if (!names.containsKey(key) && names.size() <= MOST) {
      addNew(key, name);
    }
  }

  private synchronized void addNew(String key, String name) {
    Map<String, String> more = new LinkedHashMap<>(names);
    more.putIfAbsent(key, name);
    vary = more.size() > MOST ? Vary.EVERYTHING : Vary.of(more.values());
    names = more;
  }

  private static boolean isName(String name) {
    try {
      HeaderName.of(name);
      return true;
    } catch (InvalidValueException e) {
      return false;
    }
  }

  /** What a request is about to reach, for a source. */
  private final class Watched implements Target {

    private final Target target;

    Watched(Target target) {
      this.target = target;
    }

    @Override
    public String host() {
      return target.host();
    }

    @Override
    public String path() {
      return target.path();
    }

    @Override
    public String method() {
      return target.method();
    }

    @Override
    public boolean isMatched() {
      return target.isMatched();
    }

    @Override
    public boolean isPreflight() {
      return target.isPreflight();
    }

    @Override
    public String requestPath() {
      return target.requestPath();
    }

    @Override
    public Optional<String> pathParameter(String name) {
      return target.pathParameter(name);
    }

    @Override
    public Optional<String> header(String name) {
      if (!isName(name)) {
        return Optional.empty();
      }
      add(name);
      return target.header(name);
    }

    @Override
    public String toString() {
      return target.toString();
    }
  }
}
