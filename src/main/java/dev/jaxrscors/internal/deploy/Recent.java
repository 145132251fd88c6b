package dev.jaxrscors.internal.deploy;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what was used lately, and never more than twice a number of entries: whoever chooses keys,
 * such as the sender of requests, can make it forget, but neither grow nor stop learning.
 *
 * <p>There are two generations. What is used while young stays; when the young ones are full they
 * grow old together, and what is not used again goes with the next turn. So looking something up
 * takes no lock, and notes nothing.
 */
public final class Recent<K, V> {

  private final int most;
  private volatile Map<K, V> young = new ConcurrentHashMap<>();
  private volatile Map<K, V> old = Map.of();

  public Recent(int most) {
    this.most = most;
  }

  /** Returns what is kept of a key; null if nothing is. */
  public @Nullable V get(K key) {
    V known = young.get(key);
    if (known != null) {
      return known;
    }
    V older = old.get(key);
    return older == null ? null : keep(key, older);
  }

  /** Keeps a value, unless another thread was faster; returns the one that is kept. */
  public V keep(K key, V value) {
    if (young.size() >= most) {
      age();
    }
    V first = young.putIfAbsent(key, value);
    return first == null ? value : first;
  }

  private synchronized void age() {
    if (young.size() >= most) {
      old = young;
      young = new ConcurrentHashMap<>();
    }
  }

  int size() {
    return young.size() + old.size();
  }
}
