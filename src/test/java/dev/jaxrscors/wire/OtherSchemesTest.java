package dev.jaxrscors.wire;

import static dev.jaxrscors.wire.Request.get;
import static dev.jaxrscors.wire.Request.preflight;
import static dev.jaxrscors.wire.Row.VARY_ORIGIN;
import static dev.jaxrscors.wire.Row.VARY_PREFLIGHT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.OriginSource;
import dev.jaxrscors.Refusal;
import dev.jaxrscors.Target;
import dev.jaxrscors.fetch.Origin;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Origins of extensions and of applications around a browser, whose schemes are not those of the
 * web: see <a href="https://github.com/asciimoo/hister/pull/46">hister#46</a> for Safari, <a
 * href="https://github.com/vert-x3/vertx-web/issues/2800">vertx-web#2800</a> for Firefox, <a
 * href="https://github.com/ionic-team/ionic-framework/issues/8129">ionic-framework#8129</a> and <a
 * href="https://github.com/dani-garcia/vaultwarden/pull/1469">vaultwarden#1469</a> for pages from
 * disk.
 */
class OtherSchemesTest {

  private static final String SAFARI =
      "safari-web-extension://AF1F4F2C-2B0B-4F4E-9E7A-0D3F7F1F2A33";

  /** Extensions have an id for each installation, which no list can name. */
  public static final class Extensions implements OriginSource {
    @Override
    public boolean allows(Origin origin, Target target) {
      return origin.scheme().endsWith("-extension");
    }
  }

  @Path("star")
  @CorsPolicy(origins = "*", refusal = Refusal.REJECT)
  public static class Star extends Notes {}

  @Path("listed")
  @CorsPolicy(
      origins = {SAFARI, "app://.", "app://-:*", "qrc://", "file://"},
      refusal = Refusal.REJECT)
  public static class Listed extends Notes {}

  @Path("asked")
  @CorsPolicy(originSource = Extensions.class, refusal = Refusal.REJECT)
  public static class Asked extends Notes {}

  public abstract static class Notes {
    @GET
    public String get() {
      return "";
    }

    @POST
    public String post(String note) {
      return note;
    }
  }

  @AutoClose private static final Server SERVER = Server.of(Star.class, Listed.class, Asked.class);

  @ParameterizedTest
  @ValueSource(strings = {SAFARI, "app://.", "app://-", "app://-:8080", "qrc://", "file://"})
  void one_that_is_listed_is_granted_byte_for_byte(String origin) {
    assertThat(
            SERVER
                .send(
                    preflight("/listed", origin, "POST")
                        .with("Access-Control-Request-Headers", "content-type"))
                .cors())
        .contains("Access-Control-Allow-Origin: " + origin, VARY_PREFLIGHT);
    assertThat(SERVER.send(get("/listed", origin)).cors())
        .containsExactly("Access-Control-Allow-Origin: " + origin, VARY_ORIGIN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "safari-web-extension://af1f4f2c-2b0b-4f4e-9e7a-0d3f7f1f2a33",
        "safari-web-extension://AF1F4F2C-2B0B-4F4E-9E7A-0D3F7F1F2A33:80",
        "safari-web-extension://*",
        "app://",
        "app://x",
        "app://..",
        "app://.:80",
        "app://*",
        "app://-:*",
        "qrc://.",
        "file:///",
        "file://localhost",
        "null"
      })
  void one_that_is_not_is_rejected_and_told_nothing(String origin) {
    assertThat(SERVER.send(preflight("/listed", origin, "POST")).cors())
        .containsExactly(VARY_PREFLIGHT);
    Reply reply = SERVER.send(get("/listed", origin));
    assertThat(reply.status()).isEqualTo(403);
    assertThat(reply.cors()).containsExactly(VARY_ORIGIN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        SAFARI,
        "app://.",
        "app://x!y~z",
        "app://*",
        "qrc://",
        "file://",
        "vscode-webview://a1B2",
        "null"
      })
  void everybody_is_allowed_by_an_asterisk_and_not_rejected(String origin) {
    Reply granted =
        SERVER.send(
            preflight("/star", origin, "POST")
                .with("Access-Control-Request-Headers", "content-type"));
    assertThat(granted.status()).isEqualTo(204);
    assertThat(granted.cors()).contains("Access-Control-Allow-Origin: *");
    Reply reply = SERVER.send(Request.of("POST", "/star").from(origin));
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.cors()).containsExactly("Access-Control-Allow-Origin: *");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {SAFARI, "moz-extension://6b3b6a5e-1f0e-4c52-9b6c-0d3f0b6f7a11", "x-extension://"})
  void code_decides_by_their_scheme(String origin) {
    assertThat(SERVER.send(get("/asked", origin)).cors())
        .containsExactly("Access-Control-Allow-Origin: " + origin, VARY_ORIGIN);
    assertThat(SERVER.send(get("/asked", "app://x")).status()).isEqualTo(403);
  }
}
