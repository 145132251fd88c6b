package dev.jaxrscors.proxies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.wire.Request;
import org.junit.jupiter.api.Test;

/** Keeps what it is told to keep, which here is every status. */
@NeedsProxy(Proxy.NGINX)
class NginxTest extends CacheContract {

  NginxTest() {
    super(Proxy.NGINX);
  }

  /**
   * nginx takes a field without a value for one that is not there. Where it is told to keep a 403,
   * who sends such an {@code Origin} can have it kept for requests that have none.
   */
  @Test
  void an_empty_origin_is_taken_for_none_and_grants_nothing() {
    Request empty = Request.get(fresh("rejecting"), "");
    assertThat(told(cache().send(empty))).isEqualTo("403 [Vary: Origin]");
    assertThat(told(cache().send(Request.get(empty.path())))).isEqualTo("403 [Vary: Origin]");

    Request withheld = Request.get(fresh("listed"), "");
    assertThat(told(cache().send(withheld))).isEqualTo("200 [Vary: Origin]");
    assertThat(told(cache().send(Request.get(withheld.path())))).isEqualTo("200 [Vary: Origin]");
  }

  @Test
  void answers_to_options_are_never_kept() {
    assertThat(wrong(careless(), questions("listed"))).isEmpty();
  }
}
