package dev.jaxrscors.products.identity;

import dev.jaxrscors.browsers.pages.Pages;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;

/** A front end that logs its users in with a client that many have. */
final class ShopPages {

  static final String PATH = "/shop.html";

  private static final String CLIENT = "/META-INF/maven/org.webjars.npm/keycloak-js/pom.properties";

  private ShopPages() {}

  static Pages start(URI server) {
    String page =
        read("shop.html")
            .replace("VERSION", version())
            .replace("SERVER", server.resolve("/").toString());
    return Pages.serving(Map.of(PATH, page));
  }

  private static String version() {
    try (InputStream file = ShopPages.class.getResourceAsStream(CLIENT)) {
      Properties properties = new Properties();
      properties.load(file);
      return properties.getProperty("version");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(String name) {
    try (InputStream file = ShopPages.class.getResourceAsStream(name)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
