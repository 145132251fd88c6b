package dev.jaxrscors.internal.deploy;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Values by their keys, made on demand; the last used stay, never more than twice a number. The
 * sender of requests, who chooses the keys, can make it forget, but neither grow nor stop learning.
 *
 * <p>There are two generations. What is used while young stays; when the young ones are full they
 * grow old together, and what is not used again goes with the next turn. So looking up what is
 * young takes no lock, and notes nothing.
 */
public final class Recent<K, V> {

  private final int most;
  private final Function<? super K, ? extends V> maker;
  private volatile Map<K, V> young = new ConcurrentHashMap<>();
  private volatile Map<K, V> old = Map.of();

  public Recent(int most, Function<? super K, ? extends V> maker) {
    this.most = most;
    this.maker = maker;
  }

  /** Returns the value of a key, made where it is not there: once, but for threads in a race. */
  public V get(K key) {
    V known = young.get(key);
    if (known != null) {
      return known;
    }
    V older = old.get(key);
    return keep(key, older == null ? maker.apply(key) : older);
  }

  /** The first of two threads decides, also where its value has grown old meanwhile. */
  private synchronized V keep(K key, V value) {
    V first = young.get(key);
    if (first != null) {
      return first;
    }
    V older = old.get(key);
    V kept = older == null ? value : older;
    if (young.size() >= most) {
      old = young;
      young = new ConcurrentHashMap<>();
    }
    young.put(key, kept);
    return kept;
  }

  int size() {
    return young.size() + old.size();
  }
}
