package dev.jaxrscors.testing;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

/**
 * The few steps of the <a href="https://url.spec.whatwg.org/">URL standard</a> that fetching needs.
 */
final class Urls {
  private static final Set<String> HTTP = Set.of("http", "https");

  private Urls() {}

  static boolean isHttp(URI url) {
    return url.getScheme() != null
        && HTTP.contains(url.getScheme().toLowerCase(Locale.ROOT))
        && url.getHost() != null;
  }

  static boolean hasCredentials(URI url) {
    return url.getRawUserInfo() != null;
  }

  /**
   * Returns an address as it is sent: with the origin's spelling and a path, without a fragment.
   */
  static URI normalized(URI url) {
    String path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
    return URI.create(authority(url) + path + query(url));
  }

  /** Returns where a {@code Location} leads, seen from where it was sent. */
  static URI resolve(URI base, String location) throws URISyntaxException {
    // URI.resolve drops the last segment of the path before a query.
    if (location.isEmpty() || location.startsWith("?") || location.startsWith("#")) {
      String query = location.startsWith("?") ? "" : query(base);
      return new URI(authority(base) + base.getRawPath() + query + location);
    }
    return base.resolve(new URI(location));
  }

  private static String authority(URI url) {
    String origin = PageOrigin.of(url).serialized();
    if (!hasCredentials(url)) {
      return origin;
    }
    return origin.replaceFirst("://", "://" + url.getRawUserInfo().replace("$", "\\$") + "@");
  }

  private static String query(URI url) {
    return url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
  }
}
