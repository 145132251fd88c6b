package dev.jaxrscors.contract.app;

import dev.jaxrscors.CorsPolicy;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Produces;

/**
 * An interface with the annotations of {@link Implementing}, whose method needs a bridge.
 *
 * @param <T> what is stored
 */
public interface Store<T> {

  /**
   * Stores.
   *
   * @param stored what is stored
   * @return always the same
   */
  @PUT
  @Consumes("text/plain")
  @Produces("text/plain")
  @CorsPolicy(origins = "https://store.example.com")
  String store(T stored);
}
