package dev.jaxrscors.event;

/**
 * Hears what becomes of CORS requests. Give it to {@code CorsSetup.builder().listener(...)}, or
 * make it a CDI bean: every bean that implements this is told. Quarkus removes beans that nothing
 * injects: say {@code @Unremovable} on such a bean there.
 *
 * <pre>{@code
 * public class Audit implements CorsListener {
 *   @Override
 *   public void refused(CorsEvent.Refused refused) {
 *     System.Logger log = System.getLogger("audit");
 *     log.log(System.Logger.Level.INFO, "{0}", refused.reason());
 *   }
 * }
 * }</pre>
 *
 * <p>It is called in the thread of the request, before the response is sent, and by many threads at
 * once, so it has to be thread-safe; {@link #reconfigured} by a thread that redeploys. What it
 * throws is logged once, and harms nobody. But one that waits lets the request wait, and one that
 * hangs lets it hang: what takes time belongs into a thread of its own.
 *
 * <p>Requests that are no matter of CORS are not told: those of pages of the server's own origin,
 * and those that browsers mark as {@code no-cors} or {@code navigate}, such as images and forms.
 */
public interface CorsListener {

  /**
   * A preflight was granted, or a page may read a response.
   *
   * @param event the request, and who granted it
   */
  default void granted(CorsEvent.Granted event) {}

  /**
   * A preflight was refused, or an actual request rejected.
   *
   * @param event the request, and why
   */
  default void refused(CorsEvent.Refused event) {}

  /**
   * A response was withheld from the page.
   *
   * @param event the request, and why
   */
  default void withheld(CorsEvent.Withheld event) {}

  /**
   * What is in force has changed, or should have, and was wrong.
   *
   * @param event what has changed
   */
  default void reconfigured(CorsEvent.Reconfigured event) {}
}
