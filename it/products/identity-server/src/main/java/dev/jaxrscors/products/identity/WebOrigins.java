package dev.jaxrscors.products.identity;

import dev.jaxrscors.fetch.Origin;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The origins of the pages of a client, as an administrator has entered them.
 *
 * @param named origins, as browsers send them
 * @param any whether {@code *} was entered
 */
record WebOrigins(Set<String> named, boolean any) {

  static final WebOrigins NONE = new WebOrigins(Set.of(), false);

  private static final String ANY = "*";
  private static final String OF_REDIRECT_URIS = "+";

  /**
   * Reads what was entered: origins; {@code +} for those of the redirect URIs; {@code *} for any.
   * What is no origin equals none, and so opens nothing.
   */
  static WebOrigins of(Collection<String> entered, Collection<String> redirectUris) {
    Set<String> named = new LinkedHashSet<>(entered);
    boolean any = named.remove(ANY);
    if (named.remove(OF_REDIRECT_URIS)) {
      redirectUris.stream().flatMap(WebOrigins::origin).forEach(named::add);
    }
    return new WebOrigins(Set.copyOf(named), any);
  }

  private static Stream<String> origin(String uri) {
    try {
      return Stream.ofNullable(Origin.of(new URI(uri))).map(Origin::serialized);
    } catch (URISyntaxException e) {
      return Stream.empty();
    }
  }

  /** Returns what at least one of several holds. */
  static WebOrigins union(Collection<WebOrigins> several) {
    Set<String> named = new LinkedHashSet<>();
    several.forEach(origins -> named.addAll(origins.named));
    return new WebOrigins(Set.copyOf(named), several.stream().anyMatch(WebOrigins::any));
  }

  /** Reports whether an origin was entered itself: whoever it is, an administrator has meant it. */
  boolean names(Origin origin) {
    return named.contains(origin.serialized());
  }

  /** Reports whether an origin was entered, or any is meant. */
  boolean allows(Origin origin) {
    return any || names(origin);
  }

  /** Returns what {@link #of} reads. */
  List<String> entries() {
    return Stream.concat(named.stream().sorted(), any ? Stream.of(ANY) : Stream.empty()).toList();
  }
}
