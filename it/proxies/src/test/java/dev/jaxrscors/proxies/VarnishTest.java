package dev.jaxrscors.proxies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.wire.Reply;
import dev.jaxrscors.wire.Request;
import org.junit.jupiter.api.Test;

/** Keeps answers to OPTIONS too, which no standard lets a cache do. */
@NeedsProxy(Proxy.VARNISH)
class VarnishTest extends CacheContract {

  VarnishTest() {
    super(Proxy.VARNISH);
  }

  @Test
  void a_preflight_that_is_kept_is_kept_for_its_origin_and_method_alone() {
    String url = fresh("listed");
    Request granted = Request.preflight(url, Cached.A, "PUT");
    Reply first = cache().send(granted);
    Reply again = cache().send(granted);
    assertThat(first.status()).isEqualTo(204);
    assertThat(again.cors()).isEqualTo(first.cors());
    // Of two requests: the one it answers, and the one that brought the answer.
    assertThat(again.all("X-Varnish")).singleElement().asString().matches("\\d+ \\d+");
  }

  @Test
  void no_405_is_kept_for_everybody() {
    String url = fresh("listed");
    assertThat(cache().send(Request.preflight(url, Cached.A, "DELETE")).status()).isEqualTo(405);
    assertThat(cache().send(Request.preflight(url, Cached.A, "PUT")).status()).isEqualTo(204);
    assertThat(cache().send(Request.preflight(url, Cached.B, "GET")).status()).isEqualTo(204);
  }

  @Test
  void a_405_is_kept_for_everybody_where_vary_is_not_heeded() {
    String url = fresh("listed");
    assertThat(careless().send(Request.preflight(url, HOSTILE, "DELETE")).status()).isEqualTo(405);
    assertThat(careless().send(Request.preflight(url, Cached.A, "PUT")).status()).isEqualTo(405);
  }

  /**
   * Of a field that is repeated Varnish compares the first line alone, against RFC 9111, unless it
   * is told to {@code std.collect} them. No browser repeats {@code Origin}: who does can withhold
   * from an origin what it may read, and read nothing that it may not.
   */
  @Test
  void a_repeated_origin_is_taken_for_its_first_line_and_grants_nothing_more() {
    Request repeated = Request.get(fresh("listed"), Cached.A).from(HOSTILE);
    assertThat(told(cache().send(repeated))).isEqualTo("200 [Vary: Origin]");
    assertThat(told(cache().send(Request.get(repeated.path(), Cached.A))))
        .isEqualTo("200 [Vary: Origin]");

    Request other = Request.get(fresh("listed"), HOSTILE).from(Cached.A);
    assertThat(told(cache().send(other))).isEqualTo("200 [Vary: Origin]");
    assertThat(told(cache().send(Request.get(other.path(), HOSTILE))))
        .isEqualTo("200 [Vary: Origin]");
  }
}
