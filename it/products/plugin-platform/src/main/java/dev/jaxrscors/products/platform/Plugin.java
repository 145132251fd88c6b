package dev.jaxrscors.products.platform;

import java.util.Set;

/** What somebody else adds to the platform. */
public interface Plugin {

  /** {@return its name, which its paths begin with} */
  String id();

  /** {@return its resource classes for everyone, which know nothing of where they are put} */
  Set<Class<?>> resources();

  /** {@return its resource classes for administrators} */
  default Set<Class<?>> administration() {
    return Set.of();
  }

  /** {@return the origins of its own pages, where administrators use it} */
  default Set<String> pages() {
    return Set.of();
  }
}
