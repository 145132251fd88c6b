package dev.jaxrscors.internal.runtime;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a test has configured for MicroProfile Config. */
public final class Configured {

  /** What is written, what that is converted to, and where it comes from. */
  public record Value(@Nullable String raw, @Nullable String value, @Nullable String source) {

    /** There is no value for a key. */
    public static final Value NONE = new Value(null, null, null);

    private static final String ILL_FORMED = "ill-formed";

    public @Nullable String converted() {
      if (ILL_FORMED.equals(value)) {
        throw new IllegalArgumentException("cannot be converted");
      }
      return value;
    }
  }

  private final Map<String, Value> values = new HashMap<>();
  private boolean isPayara;
  private boolean isBroken;

  Configured with(String key, String value) {
    return with(key, value, value, "a file");
  }

  Configured with(String key, String raw, String value, String source) {
    values.put(key, new Value(raw, value, source));
    return this;
  }

  /** The configuration has the cache of Payara. */
  Configured onPayara() {
    isPayara = true;
    return this;
  }

  /** From now on nothing is found. */
  void breakDown() {
    isBroken = true;
  }

  /** Returns what loads an application that is configured so, with the API before 2.0. */
  StandIns firstVersion() {
    return new StandIns("mp1", this);
  }

  /** Returns what loads an application that is configured so, with the API since 2.0. */
  StandIns secondVersion() {
    return new StandIns("mp2", this);
  }

  public boolean isPayara() {
    return isPayara;
  }

  public Map<String, Value> now() {
    if (isBroken) {
      throw new IllegalStateException("no configuration");
    }
    return Map.copyOf(values);
  }
}
