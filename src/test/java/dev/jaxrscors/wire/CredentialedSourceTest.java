package dev.jaxrscors.wire;

import static dev.jaxrscors.wire.Request.get;
import static dev.jaxrscors.wire.Request.preflight;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.Credentials;
import dev.jaxrscors.OriginSource;
import dev.jaxrscors.Target;
import dev.jaxrscors.fetch.Origin;
import dev.jaxrscors.policy.Policy;
import dev.jaxrscors.rest.CorsSetup;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Sources of origins that say yes to everything, where credentials are allowed: what for a list
 * stops the deployment is found when such a source first says yes.
 */
class CredentialedSourceTest {

  private static final String SITE = "https://any.example";
  private static final List<String> ASKED = new CopyOnWriteArrayList<>();

  /** Says yes to everything. */
  public static class Everybody implements OriginSource {
    @Override
    public boolean allows(Origin origin, Target target) {
      ASKED.add(origin.serialized());
      return true;
    }
  }

  /** Knows one site, and throws what a request cannot make it throw when asked for another. */
  public static class Known implements OriginSource {
    @Override
    public boolean allows(Origin origin, Target target) {
      ASKED.add(origin.serialized());
      if (!origin.serialized().equals(SITE)) {
        throw new OutOfMemoryError("for a site that nobody knows");
      }
      return true;
    }
  }

  /** Knows one site. */
  public static class Single implements OriginSource {
    @Override
    public boolean allows(Origin origin, Target target) {
      ASKED.add(origin.serialized());
      return origin.serialized().equals(SITE);
    }
  }

  @Path("everybody")
  @CorsPolicy(originSource = Everybody.class, credentials = Credentials.ALLOW)
  public static class Open {
    @GET
    public String get() {
      return Calls.counted("resource");
    }

    @PUT
    @Path("{id}")
    public void put() {}
  }

  @Path("without-credentials")
  @CorsPolicy(originSource = Everybody.class)
  public static class WithoutCredentials {
    @GET
    public String get() {
      return "";
    }
  }

  @Path("known")
  @CorsPolicy(originSource = Known.class, credentials = Credentials.ALLOW)
  public static class OfKnown {
    @GET
    public String get() {
      return "";
    }
  }

  @Path("single")
  @CorsPolicy(originSource = Single.class, credentials = Credentials.ALLOW)
  public static class OfSingle {
    @GET
    public String get() {
      return "";
    }
  }

  @Path("plain")
  public static class Plain {
    @GET
    public String get() {
      return "";
    }
  }

  @AutoClose private final CapturedLog log = CapturedLog.open();

  @AutoClose
  private final Server server =
      Server.of(Open.class, WithoutCredentials.class, OfKnown.class, OfSingle.class, Plain.class);

  @BeforeEach
  void forget() {
    ASKED.clear();
  }

  @Test
  void one_that_allows_everybody_is_one_warning_that_says_what_it_means() {
    for (int i = 0; i < 3; i++) {
      assertThat(server.send(get("/everybody", SITE)).cors())
          .contains("Access-Control-Allow-Origin: " + SITE);
      assertThat(server.send(preflight("/everybody/7", SITE, "PUT")).status()).isEqualTo(204);
    }

    assertThat(log.warnings())
        .singleElement()
        .asString()
        .matches(
            "CORS: the origin source Everybody allows every origin, with credentials: any site can"
                + " act as the user who visits it, and read what only that user may. It was asked"
                + " for \"https://[0-9a-f-]{36}\\.invalid\", made up at random, on GET /everybody;"
                + " policy: Open. Let it allow only origins that it knows, or refuse credentials.");
    assertThat(ASKED).hasSize(7).filteredOn(SITE::equals).hasSize(6);
  }

  @Test
  void a_preflight_finds_it_as_well() {
    server.send(preflight("/everybody/7", SITE, "PUT"));

    assertThat(log.warnings()).singleElement().asString().contains("on PUT /everybody/{id};");
  }

  @Test
  void each_application_is_told_of_its_own() {
    server.send(get("/everybody", SITE));
    try (Server another = Server.of(Open.class)) {
      another.send(get("/everybody", SITE));
    }

    assertThat(log.warnings()).hasSize(2);
  }

  @Test
  void without_credentials_it_is_no_business_of_ours() {
    server.send(get("/without-credentials", SITE));

    assertThat(log.warnings()).isEmpty();
    assertThat(ASKED).containsExactly(SITE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/single", "/known"})
  void one_that_says_no_or_throws_is_asked_once_and_grants_as_before(String path) {
    for (int i = 0; i < 3; i++) {
      assertThat(server.send(get(path, SITE)).cors())
          .containsExactly(
              "Access-Control-Allow-Credentials: true",
              "Access-Control-Allow-Origin: " + SITE,
              "Vary: Origin");
    }

    assertThat(log.warnings()).isEmpty();
    assertThat(ASKED).hasSize(4);
  }

  @Test
  void whom_it_refuses_never_makes_it_be_asked_again() {
    server.send(get("/single", "https://stranger.example"));

    assertThat(ASKED).containsExactly("https://stranger.example");
  }

  @Test
  void a_rule_in_code_is_named_by_the_class_that_it_is_written_in() {
    OriginSource everybody = (origin, target) -> true;
    CorsSetup setup =
        CorsSetup.builder()
            .defaultPolicy(
                Policy.builder().originSource(everybody).credentials(Credentials.ALLOW).build())
            .build();
    try (Server coded =
        Server.of(new ResourceConfig(Plain.class).property(CorsSetup.PROPERTY, setup))) {
      coded.send(get("/plain", SITE));
      coded.send(get("/missing", SITE));
    }

    assertThat(log.warnings())
        .singleElement()
        .asString()
        .contains("the origin rule in CredentialedSourceTest allows every origin, with credentials")
        .contains("policy: the default policy.");
  }
}
