package dev.jaxrscors.wire;

import static dev.jaxrscors.wire.Request.get;
import static dev.jaxrscors.wire.Request.preflight;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.CorsPolicy;
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
import org.junit.jupiter.params.provider.CsvSource;

/** What a rule can find out about a request: its path, its headers, which of the two it is. */
class TargetContextTest {

  private static final String PAGE = "https://tenant.example";
  private static final List<String> TOLD = new CopyOnWriteArrayList<>();

  @AutoClose private static final Server SERVER = Server.of(application());

  /** Notes what it finds. */
  public static final class Noting implements OriginSource {
    @Override
    public boolean allows(Origin origin, Target target) {
      TOLD.add(
          (target.isPreflight() ? "preflight " : "")
              + target.requestPath()
              + target.pathParameter("realm").map(realm -> " realm=" + realm).orElse("")
              + target.pathParameter("rest").map(rest -> " rest=" + rest).orElse(""));
      return origin
          .serialized()
          .equals("https://" + target.header("x-tenant").orElse("tenant") + ".example");
    }
  }

  @Path("realms/{realm}")
  @CorsPolicy(originSource = Noting.class)
  public static class Realms {
    @GET
    public String get() {
      return "";
    }

    @PUT
    public void put(String value) {}

    @GET
    @Path("files/{rest: .+}")
    public String files() {
      return "";
    }

    @Path("below/{realm}")
    public Below below() {
      return new Below();
    }
  }

  public static class Below {
    @GET
    public String get() {
      return "";
    }
  }

  private static ResourceConfig application() {
    return new ResourceConfig(Realms.class)
        .property(
            CorsSetup.PROPERTY,
            CorsSetup.builder()
                .defaultPolicy(Policy.builder().originSource(new Noting()).build())
                .build());
  }

  @BeforeEach
  void forget() {
    TOLD.clear();
  }

  @ParameterizedTest
  @CsvSource({
    "/realms/blue, /realms/blue realm=blue",
    "/realms/bl%20ue, /realms/bl%20ue realm=bl ue",
    "/realms/bl+ue, /realms/bl+ue realm=bl+ue",
    "/realms/bl%C3%BCe, /realms/bl%C3%BCe realm=bl\u00fce",
    "/realms/blue;v=1;w=2, /realms/blue;v=1;w=2 realm=blue",
    "/realms/blue%3Bv=1, /realms/blue%3Bv=1 realm=blue;v=1",
    "/realms/blue/files/a;x=1/b%2Fc;y=2, /realms/blue/files/a;x=1/b%2Fc;y=2 realm=blue rest=a/b/c",
    "/realms/blue/below/red, /realms/blue/below/red realm=red",
    "/nowhere/%F0%9F, /nowhere/%F0%9F"
  })
  void it_can_find_out_the_path_and_the_parameters_in_it(String path, String told) {
    SERVER.send(get(path).from(PAGE));
    assertThat(TOLD).containsExactly(told);
  }

  @Test
  void it_can_tell_a_preflight_from_its_request() {
    SERVER.send(preflight("/realms/blue", PAGE, "PUT"));
    assertThat(TOLD).containsExactly("preflight /realms/blue realm=blue");
  }

  @Test
  void what_it_has_looked_at_among_the_headers_is_in_vary_from_then_on() {
    Reply granted =
        SERVER.send(get("/realms/blue").from("https://x.example").with("X-Tenant", "x"));
    assertThat(granted.cors())
        .containsExactly(
            "Access-Control-Allow-Origin: https://x.example", "Vary: Origin, x-tenant");
    assertThat(SERVER.send(get("/realms/blue").from("https://x.example")).cors())
        .containsExactly("Vary: Origin, x-tenant");
    assertThat(SERVER.send(get("/realms/blue")).cors()).containsExactly("Vary: Origin, x-tenant");
    assertThat(SERVER.send(preflight("/realms/blue", "https://evil.example", "PUT")).cors())
        .containsExactly(Row.VARY_PREFLIGHT + ", x-tenant");
  }
}
