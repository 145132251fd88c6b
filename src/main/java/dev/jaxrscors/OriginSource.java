package dev.jaxrscors;

import dev.jaxrscors.fetch.Origin;

/**
 * Code of yours that decides which origins are allowed, besides those that {@link
 * CorsPolicy#origins()} lists. Named by {@link CorsPolicy#originSource()}, one instance for an
 * application, made by its public constructor without parameters when the application is deployed.
 *
 * <pre>{@code
 * public final class Tenants implements OriginSource {
 *   private final Set<String> hosts = Set.of("shop.example", "books.example");
 *
 *   @Override
 *   public boolean allows(Origin origin, Target target) {
 *     return origin.scheme().equals("https") && hosts.contains(origin.host().toString());
 *   }
 * }
 * }</pre>
 *
 * <p>It decides where no pattern can: by the {@code scheme()} alone, for the id that an extension
 * of a browser has in each installation; by the {@code host()}, for the names of previews or the
 * addresses of a network. A host behind a scheme of one's own is in its own case.
 *
 * <p>It decides on well-formed origins that are not listed, never on {@code null} or {@code
 * file://}, before anything of the resource runs, and in many threads at once, so it has to be
 * thread-safe. When it throws, the origin is refused and the log has the reason, whatever it
 * throws.
 *
 * <p>Where credentials are allowed, the first origin that it allows is followed by a probe: one
 * below {@code .invalid} that nobody can have. If it allows that as well, it allows every site to
 * act as the user, and the log warns of it.
 *
 * <p>Browsers may apply its decision on one method of a path to the others: they keep the answer to
 * a preflight, and send no other for a method that it lists. Where that matters, give the methods
 * policies, or paths, of their own.
 */
@FunctionalInterface
public interface OriginSource {

  /**
   * {@return whether {@code origin} may read the responses of {@code target}}
   *
   * @param origin a well-formed origin that no list allows
   * @param target what the request is about to reach
   */
  boolean allows(Origin origin, Target target);

  /**
   * Returns what someone can do so that this allows an origin, for the line in the log of an origin
   * that it does not: a clause such as {@code have the tenant list it under Settings, Origins}. It
   * is asked for that line alone, which a flood of refusals does not get; what it throws is
   * ignored.
   *
   * @param origin an origin that {@link #allows} has refused
   * @param target what the request was about to reach
   * @return what to do; empty, as here, where there is nothing to say
   */
  default String remedy(Origin origin, Target target) {
    return "";
  }
}
