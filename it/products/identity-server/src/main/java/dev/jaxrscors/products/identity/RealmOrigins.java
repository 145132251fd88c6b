package dev.jaxrscors.products.identity;

import dev.jaxrscors.OriginSource;
import dev.jaxrscors.Target;
import dev.jaxrscors.fetch.Origin;
import java.util.function.BiPredicate;

/** Allows the origins of all clients of the realm in the path. */
final class RealmOrigins implements OriginSource {

  private final Realms realms;
  private final BiPredicate<WebOrigins, Origin> holds;

  /**
   * Allows by what is entered.
   *
   * @param holds {@link WebOrigins#allows}, or {@link WebOrigins#names} where credentials are
   *     allowed: nobody has meant those who come in by an asterisk
   */
  RealmOrigins(Realms realms, BiPredicate<WebOrigins, Origin> holds) {
    this.realms = realms;
    this.holds = holds;
  }

  @Override
  public boolean allows(Origin origin, Target target) {
    return target
        .pathParameter("realm")
        .filter(realm -> holds.test(realms.named(realm).webOrigins(), origin))
        .isPresent();
  }

  @Override
  public String remedy(Origin origin, Target target) {
    return target
        .pathParameter("realm")
        .map(realm -> "add it to the web origins of its client in the realm " + realm)
        .orElse("");
  }
}
