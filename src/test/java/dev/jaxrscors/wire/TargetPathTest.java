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
import org.glassfish.jersey.server.model.Resource;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The path that a rule is told, which may decide on it. */
class TargetPathTest {

  private static final String PAGE = "https://tenant.example";
  private static final List<String> TOLD = new CopyOnWriteArrayList<>();

  @AutoClose private static final Server SERVER = Server.of(application());

  /** Notes the paths it is told. */
  public static final class Noting implements OriginSource {
    @Override
    public boolean allows(Origin origin, Target target) {
      TOLD.add(target.path() + (target.isMatched() ? "" : " (unmatched)"));
      return true;
    }
  }

  @Path("nowhere")
  @CorsPolicy(originSource = Noting.class)
  public static class Plugin {
    @PUT
    @Path("p/{id}")
    public void put(String value) {}

    @GET
    @Path("p/{id}")
    public String get() {
      return "";
    }

    @GET
    @Path("items/{id: [0-9]{1,3}}/")
    public String item() {
      return "";
    }

    @Path("sub/{key}")
    public Sub sub() {
      return new Sub();
    }

    @Path("open")
    public Object open() {
      return new Sub();
    }
  }

  @Path("never/used/below/a/locator")
  public static class Sub {
    @GET
    public String get() {
      return "";
    }

    @GET
    @Path("leaf")
    public String leaf() {
      return "";
    }

    @Path("again")
    public Sub again() {
      return new Sub();
    }
  }

  private static ResourceConfig application() {
    Resource.Builder code = Resource.builder("code/{a}");
    code.addChildResource("{b}").addMethod("GET").handledBy(request -> "");
    return new ResourceConfig(Plugin.class)
        .registerResources(
            Resource.builder(Plugin.class).path("/plugins/org.x").build(),
            Resource.builder(Plugin.class).path("two/{tenant}").build(),
            code.build())
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
    "/nowhere/p/7, /nowhere/p/{id}",
    "/plugins/org.x/p/7, /plugins/org.x/p/{id}",
    "/two/blue/p/7, /two/{tenant}/p/{id}",
    "'/nowhere/items/12', '/nowhere/items/{id: [0-9]{1,3}}'",
    "/nowhere/sub/k, /nowhere/sub/{key}",
    "/nowhere/sub/k/leaf, /nowhere/sub/{key}/leaf",
    "/nowhere/open/leaf, /nowhere/open/leaf",
    "/nowhere/open/again/again/leaf, /nowhere/open/again/again/leaf",
    "/plugins/org.x/sub/k/again, /plugins/org.x/sub/{key}/again",
    "/code/1/2, /code/{a}/{b}"
  })
  void it_is_the_template_that_was_matched_from_the_root_of_the_application(
      String path, String template) {
    assertThat(SERVER.send(get(path, PAGE)).status()).isIn(200, 204);
    SERVER.send(preflight(path, PAGE, "GET"));
    assertThat(TOLD).containsExactly(template, template);
  }

  @Test
  void a_preflight_is_told_the_path_of_what_it_announces() {
    SERVER.send(preflight("/plugins/org.x/p/7", PAGE, "PUT"));
    assertThat(TOLD).containsExactly("/plugins/org.x/p/{id}");
  }

  @ParameterizedTest
  @CsvSource({"/nosuch", "/plugins/org.x/nosuch", "/%7B%7D"})
  void what_nothing_matches_is_told_as_such_and_never_by_its_path(String path) {
    assertThat(SERVER.send(get(path, PAGE)).status()).isEqualTo(404);
    assertThat(TOLD).containsExactly("/{} (unmatched)");
  }
}
