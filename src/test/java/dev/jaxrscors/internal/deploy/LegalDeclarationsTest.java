package dev.jaxrscors.internal.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.Credentials;
import dev.jaxrscors.OriginSource;
import dev.jaxrscors.Refusal;
import dev.jaxrscors.fetch.Origin;
import dev.jaxrscors.fetch.OriginPattern;
import dev.jaxrscors.policy.Policy;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Unusual, and legal: nothing of this may be refused. */
class LegalDeclarationsTest {

  private static final String LABEL_63 = "a".repeat(63);
  private static final String HOST_253 =
      String.join(".", LABEL_63, LABEL_63, LABEL_63, "a".repeat(61));

  static Stream<String> origins() {
    return Stream.of(
        "https://my_app.example.com",
        "https://_dmarc.example.com",
        "https://xn--bcher-kva.example",
        "https://xn--80ak6aa92e.com",
        "https://r3---sn-25ge7n.example.net",
        "https://-leading.example.com",
        "https://trailing-.example.com",
        "https://1and1.example",
        "https://123.example.com",
        "https://1.2.3.4.example",
        "https://0x7f.example",
        "https://a",
        "https://intranet",
        "https://localhost",
        "http://localhost",
        "http://localhost:3000",
        "http://app.localhost:8081",
        "http://127.0.0.1",
        "http://127.0.0.1:8080",
        "http://[::1]",
        "http://[::1]:8080",
        "https://[2001:db8::1]",
        "https://[2001:db8::1]:8443",
        "https://[fe80::1:2:3:4]",
        "https://[::ffff:102:304]",
        "https://192.0.2.1:8443",
        "https://a.b.c.d.e.f.g.h.i.j.k.l.m.n.o.p.example.com",
        "https://" + LABEL_63 + ".example",
        "https://" + HOST_253,
        "https://" + HOST_253 + ":65535",
        "https://example.com:1",
        "https://example.com:65535",
        "https://example.com:80",
        "http://127.0.0.1:443",
        "capacitor://localhost",
        "ionic://localhost",
        "tauri://localhost",
        "app://obsidian.md",
        "chrome-extension://abcdefghijklmnopabcdefghijklmnop",
        "moz-extension://6b3b6a5e-1f0e-4c52-9b6c-0d3f0b6f7a11",
        "safari-web-extension://6b3b6a5e-1f0e-4c52-9b6c-0d3f0b6f7a11",
        "safari-web-extension://AF1F4F2C-2B0B-4F4E-9E7A-0D3F7F1F2A33",
        "app://.",
        "app://-",
        "app://",
        "qrc://",
        "vscode-webview://1a2b3c4d5e6f7g8h9i0j1k2l3m4n5o6p7q8r9s0t1u2v3w4x5y6z7a8b9c0d1e2f3g4h",
        "ms-appx-web://Microsoft.App_8wekyb3d8bbwe!App",
        "web+shop://b%C3%BCcher",
        "web+shop://example.com:8080");
  }

  @ParameterizedTest
  @MethodSource("origins")
  void an_unusual_origin_is_legal_with_credentials_and_allows_itself(String origin) {
    Policy policy = Policy.builder().origins(origin).credentials(Credentials.ALLOW).build();
    assertThat(policy.origins().lists(parsed(origin))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://*.example.com",
        "https://*.example.com:8443",
        "https://*.example.com:*",
        "https://example.com:*",
        "http://localhost:*",
        "http://*.localhost:*",
        "http://127.0.0.1:*",
        "http://[::1]:*",
        "https://*.a.b.c.d.example.co.uk",
        "https://*.my_app.example.com",
        "https://*.xn--bcher-kva.example",
        "capacitor://localhost:*"
      })
  void a_pattern_is_legal_with_credentials(String pattern) {
    assertThat(OriginPattern.parse(pattern)).hasToString(pattern);
    assertThat(
            Policy.builder()
                .origins(pattern)
                .credentials(Credentials.ALLOW)
                .build()
                .origins()
                .isNobody())
        .isFalse();
  }

  @Test
  void unusual_members_are_legal() {
    List<Class<?>> classes = List.of(Unusual.class, Public.class, Opaque.class, Unlisted.class);
    Deployment deployment = Deployed.of(Setup.EMPTY, Optional.empty(), classes);
    assertThat(deployment.isPolicyPossible()).isTrue();
  }

  private static Origin parsed(String origin) {
    Origin parsed = Origin.parse(origin);
    assertThat(parsed).as("what a browser at %s sends", origin).isNotNull();
    return parsed;
  }

  @Path("unusual")
  @CorsPolicy(
      origins = {"https://a.example", "https://a.example"},
      methods = {"GET", "HEAD", "DELETE", "X-UNHEARD", "M-SEARCH"},
      allowedHeaders = {CorsPolicy.DERIVED, "X-Forwarded-For", "x_y", "!#$%&'+-.^_`|~9"},
      exposedHeaders = {"ETag", "X-A", "Server-Timing"},
      maxAge = 0)
  static class Unusual {
    @GET
    @CorsPolicy(methods = "*", maxAge = CorsPolicy.BROWSER_DEFAULT)
    public String get() {
      return "";
    }

    @DELETE
    @Path("{id: [0-9]{1,3}}")
    @CorsPolicy(origins = CorsPolicy.NONE, exposedHeaders = CorsPolicy.NONE)
    public void delete() {}

    @PUT
    @Path("{name}")
    public void put() {}
  }

  @Path("public")
  @CorsPolicy(
      origins = {"*", "https://a.example"},
      allowedHeaders = {"*", "Authorization", CorsPolicy.DERIVED},
      exposedHeaders = "*",
      maxAge = 86_400)
  static class Public {
    @GET
    public String get() {
      return "";
    }
  }

  @Path("opaque")
  @CorsPolicy(origins = {"null", "http://shop.example"})
  static class Opaque {
    @GET
    public String get() {
      return "";
    }
  }

  @Path("unlisted")
  @CorsPolicy(originSource = Nobody.class, refusal = Refusal.REJECT)
  static class Unlisted {
    @GET
    public String get() {
      return "";
    }
  }

  /** Made by its constructor without parameters. */
  public static final class Nobody implements OriginSource {
    @Override
    public boolean allows(Origin origin, dev.jaxrscors.Target target) {
      return false;
    }
  }
}
