package dev.jaxrscors.wire;

import static dev.jaxrscors.wire.Request.get;
import static dev.jaxrscors.wire.Request.preflight;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.CorsPolicy;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Classes that an author, or a compiler, gave a name as containers do: each has its own policy. */
class GeneratedNamesTest {

  private static final String APP = "https://app.example.com";
  private static final String ALLOW = "Access-Control-Allow-Origin: " + APP;

  @AutoClose
  private static final Server SERVER =
      Server.of(
          Legacy.class,
          Admin_Subclass.class,
          Admin$$Impl.class,
          Admin_ClientProxy.class,
          Admin$$EnhancerBySpring$$1.class,
          Admin$Proxy$_$$_WeldClientProxy.class,
          Api.Proxy.Status.class,
          Api$$anon$1.class,
          NarrowedMethod_Subclass.class,
          Inherited$$Impl.class);

  @Path("old")
  @CorsPolicy(origins = APP)
  public static class Legacy {
    @GET
    public String get() {
      return "";
    }

    @DELETE
    public void delete() {}
  }

  @Path("subclass")
  @CorsPolicy(origins = CorsPolicy.NONE)
  public static class Admin_Subclass extends Legacy {}

  @Path("impl")
  @CorsPolicy(origins = CorsPolicy.NONE)
  public static class Admin$$Impl extends Legacy {}

  @Path("client-proxy")
  @CorsPolicy(origins = CorsPolicy.NONE)
  public static class Admin_ClientProxy extends Legacy {}

  @Path("spring")
  @CorsPolicy(origins = CorsPolicy.NONE)
  public static class Admin$$EnhancerBySpring$$1 extends Legacy {}

  @Path("weld")
  @CorsPolicy(origins = CorsPolicy.NONE)
  public static class Admin$Proxy$_$$_WeldClientProxy extends Legacy {}

  @ParameterizedTest
  @ValueSource(strings = {"subclass", "impl", "client-proxy", "spring", "weld"})
  void a_class_that_narrows_keeps_its_policy_whatever_it_is_called(String path) {
    assertThat(SERVER.send(get("/" + path, APP)).cors()).doesNotContain(ALLOW);
    Reply preflight = SERVER.send(preflight("/" + path, APP, "DELETE"));
    assertThat(preflight.status()).isEqualTo(403);
    assertThat(preflight.cors()).noneMatch(line -> line.startsWith("Access-Control-"));
  }

  @Path("narrowed-method")
  public static class NarrowedMethod_Subclass extends Legacy {
    @Override
    @CorsPolicy(origins = CorsPolicy.NONE)
    public void delete() {}
  }

  @Test
  void so_does_a_method_that_narrows() {
    assertThat(SERVER.send(preflight("/narrowed-method", APP, "DELETE")).status()).isEqualTo(403);
    assertThat(SERVER.send(get("/narrowed-method", APP)).cors()).contains(ALLOW);
  }

  public static class Base {
    @GET
    public String get() {
      return "";
    }
  }

  public static final class Api {
    public static final class Proxy {
      @Path("status")
      @CorsPolicy(origins = APP)
      public static class Status extends Base {
        @PUT
        public void put(String value) {}
      }
    }
  }

  @Path("anonymous")
  @CorsPolicy(origins = APP)
  public static class Api$$anon$1 extends Base {
    @PUT
    public void put(String value) {}
  }

  @ParameterizedTest
  @ValueSource(strings = {"status", "anonymous"})
  void a_class_keeps_the_policy_that_its_superclass_has_not(String path) {
    Reply preflight = SERVER.send(preflight("/" + path, APP, "PUT"));
    assertThat(preflight.status()).isEqualTo(204);
    assertThat(preflight.cors()).contains(ALLOW, "Access-Control-Allow-Methods: GET, HEAD, PUT");
  }

  @Path("inherited")
  public static class Inherited$$Impl extends Legacy {}

  @Test
  void one_without_a_policy_of_its_own_inherits_as_always() {
    assertThat(SERVER.send(preflight("/inherited", APP, "DELETE")).cors())
        .contains(ALLOW, "Access-Control-Allow-Methods: GET, HEAD, DELETE");
  }
}
