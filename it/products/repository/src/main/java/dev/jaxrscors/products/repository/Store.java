package dev.jaxrscors.products.repository;

import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * The store of objects that large files are downloaded from, which answers for itself.
 *
 * @param url where it is, {@code product.store} in the configuration
 */
record Store(URI url) {

  private static Optional<Store> configured() {
    return ConfigProvider.getConfig()
        .getOptionalValue("product.store", String.class)
        .map(url -> new Store(URI.create(url)));
  }

  /** Returns where a file is; nothing if no file has such a name, or there is no store. */
  static Optional<URI> urlOf(String name) {
    return Archive.isName(name)
        ? configured().map(store -> store.url().resolve(name))
        : Optional.empty();
  }
}
