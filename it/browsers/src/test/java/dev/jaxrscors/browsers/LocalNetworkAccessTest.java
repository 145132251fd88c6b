package dev.jaxrscors.browsers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.browsers.engine.Engine;
import dev.jaxrscors.browsers.engine.EngineType;
import dev.jaxrscors.browsers.engine.NeedsEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Local Network Access in Chromium: a page of the public network may not reach this machine unless
 * its user says so. No header of the shop has a part in it.
 *
 * @see <a href="https://wicg.github.io/local-network-access/">Local Network Access</a>
 */
@Timeout(120)
@NeedsEngine(EngineType.CHROMIUM)
class LocalNetworkAccessTest {

  @Test
  void a_page_marked_public_does_not_reach_the_shop() {
    try (Site site = Site.over(Scheme.HTTPS, Certificate.context());
        Engine engine = EngineType.CHROMIUM.start(pagesArePublic(site))) {
      Tab friend = Tab.open(engine, site, site.friend());
      assertThat(friend.ask("/orders")).isEqualTo(Fetched.WITHHELD);
      assertThat(friend.recorded()).isEmpty();
    }
  }

  @Test
  void a_page_of_this_machine_does_and_is_asked_for_no_header() {
    try (Site site = Site.over(Scheme.HTTPS, Certificate.context());
        Engine engine = EngineType.CHROMIUM.start()) {
      Tab friend = Tab.open(engine, site, site.friend());
      assertThat(friend.ask("/orders/1", Preflights.PUT).status()).isEqualTo(204);
      assertThat(friend.recorded("Access-Control-Request-Private-Network"))
          .containsExactly("-", "-");
    }
  }

  private static String pagesArePublic(Site site) {
    return "--ip-address-space-overrides=127.0.0.1:%d=public".formatted(site.pagesPort());
  }
}
