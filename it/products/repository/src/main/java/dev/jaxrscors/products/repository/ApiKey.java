package dev.jaxrscors.products.repository;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/** The key of those who may deposit, which is {@code product.api-key} in the configuration. */
final class ApiKey {

  /** The header that holds it. */
  static final String HEADER = "X-Product-key";

  private ApiKey() {}

  /** Reports whether a text is the key; there need not be one. */
  static boolean isKey(@Nullable String text) {
    Optional<String> key =
        ConfigProvider.getConfig().getOptionalValue("product.api-key", String.class);
    return text != null && key.isPresent() && isSame(key.get(), text);
  }

  /** Takes as long for a near miss as for any other one. */
  private static boolean isSame(String key, String text) {
    return MessageDigest.isEqual(
        key.getBytes(StandardCharsets.UTF_8), text.getBytes(StandardCharsets.UTF_8));
  }
}
