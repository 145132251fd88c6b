package dev.jaxrscors.wire;

import static dev.jaxrscors.wire.Request.get;
import static dev.jaxrscors.wire.Request.options;
import static dev.jaxrscors.wire.Request.preflight;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.Credentials;
import dev.jaxrscors.Refusal;
import dev.jaxrscors.policy.InvalidPolicyException;
import dev.jaxrscors.policy.Policy;
import dev.jaxrscors.rest.CorsSetup;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.lang.reflect.Method;
import org.glassfish.jersey.process.Inflector;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.model.Resource;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What code registers: no annotation says what it answers, and the outer levels speak for it. */
class ProgrammaticResourcesTest {

  private static final String APP = "https://app.example.com";
  private static final String EVIL = "https://evil.example";
  private static final String ALLOW = "Access-Control-Allow-Origin: " + APP;
  private static final String METHODS = "Access-Control-Allow-Methods: ";

  @AutoClose private static final Server BY_DEFAULT = Server.of(withDefault(resources()));
  @AutoClose private static final Server WITHOUT = Server.of(new Annotated().with(resources()));
  @AutoClose private static final Server BESIDE = Server.of(resources());

  /** Without any policy. */
  public static class Hello implements Inflector<ContainerRequestContext, String> {
    @Override
    public String apply(ContainerRequestContext request) {
      return "hello";
    }
  }

  @CorsPolicy(origins = CorsPolicy.NONE)
  public static class Closed implements Inflector<ContainerRequestContext, String> {
    @Override
    public String apply(ContainerRequestContext request) {
      return "closed";
    }
  }

  public static class ClosedMethod implements Inflector<ContainerRequestContext, String> {
    @Override
    @CorsPolicy(origins = CorsPolicy.NONE)
    public String apply(ContainerRequestContext request) {
      return "closed";
    }
  }

  @CorsPolicy(origins = APP, refusal = Refusal.REJECT)
  public static class Governed implements Inflector<ContainerRequestContext, String> {
    @Override
    public String apply(ContainerRequestContext request) {
      return "governed";
    }
  }

  /** A class like any other, whose methods code registers. */
  @CorsPolicy(origins = APP)
  public static class Handler {
    @CorsPolicy(maxAge = 5)
    public String read(@HeaderParam("X-Tenant") String tenant) {
      return "read" + tenant;
    }

    @CorsPolicy(origins = CorsPolicy.NONE)
    public String closed() {
      return "closed";
    }
  }

  @Path("annotated")
  @CorsPolicy(origins = APP)
  public static class Moved {
    @GET
    public String get() {
      return "moved";
    }
  }

  /** An application with a policy. */
  @CorsPolicy(origins = APP)
  static class Annotated extends ResourceConfig {
    ResourceConfig with(ResourceConfig resources) {
      return registerResources(resources.getResources());
    }
  }

  private static ResourceConfig withDefault(ResourceConfig application) {
    return application.property(
        CorsSetup.PROPERTY,
        CorsSetup.builder().defaultPolicy(Policy.builder().origins(APP).build()).build());
  }

  private static ResourceConfig resources() {
    Resource.Builder hello = Resource.builder("hello");
    hello.addMethod("GET").produces("text/plain").handledBy(Hello.class);
    hello.addMethod("PUT").handledBy(new Hello());
    hello.addMethod("DELETE").handledBy(Closed.class);
    hello.addMethod("PATCH").handledBy(ClosedMethod.class);
    Resource.Builder lambda = Resource.builder("lambda");
    lambda.addMethod("POST").handledBy(request -> "lambda");
    lambda.addChildResource("{id}").addMethod("PUT").handledBy(request -> "child");
    Resource.Builder governed = Resource.builder("governed");
    governed.addMethod("GET").handledBy(Governed.class);
    Resource.Builder handler = Resource.builder("handler");
    handler.addMethod("GET").handledBy(Handler.class, method("read", String.class));
    handler.addMethod("PUT").handledBy(Handler.class, method("closed"));
    return new ResourceConfig()
        .registerResources(
            hello.build(),
            lambda.build(),
            governed.build(),
            handler.build(),
            Resource.builder(Moved.class).path("moved").build());
  }

  private static Method method(String name, Class<?>... parameters) {
    try {
      return Handler.class.getMethod(name, parameters);
    } catch (NoSuchMethodException e) {
      throw new AssertionError(e);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/hello", "/governed", "/moved", "/handler"})
  void an_allowed_page_may_read_what_the_default_policy_covers(String path) {
    assertThat(BY_DEFAULT.send(get(path, APP)).cors()).containsExactly(ALLOW, "Vary: Origin");
    assertThat(BY_DEFAULT.send(get(path, EVIL)).cors()).containsExactly("Vary: Origin");
  }

  @Test
  void so_it_is_with_the_policy_of_the_application() {
    assertThat(WITHOUT.send(get("/hello", APP)).cors()).containsExactly(ALLOW, "Vary: Origin");
    assertThat(WITHOUT.send(preflight("/hello", APP, "PUT")).cors()).contains(ALLOW);
  }

  @Test
  void a_preflight_lists_the_verbs_of_the_path_that_have_the_same_policy_and_no_other() {
    assertThat(BY_DEFAULT.send(preflight("/hello", APP, "PUT")).cors())
        .contains(ALLOW, METHODS + "GET, HEAD, PUT");
    assertThat(BY_DEFAULT.send(preflight("/hello", APP, "GET")).cors())
        .contains(ALLOW, METHODS + "GET, HEAD, PUT");
    assertThat(BY_DEFAULT.send(preflight("/lambda", APP, "POST")).cors())
        .contains(ALLOW, METHODS + "POST");
    assertThat(BY_DEFAULT.send(preflight("/lambda/1", APP, "PUT")).cors())
        .contains(ALLOW, METHODS + "PUT");
    assertThat(BY_DEFAULT.send(preflight("/hello", EVIL, "PUT")).status()).isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(strings = {"DELETE", "PATCH"})
  void an_inflector_narrows_by_its_class_or_its_method(String verb) {
    Reply refused = BY_DEFAULT.send(preflight("/hello", APP, verb));
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.cors()).noneMatch(line -> line.startsWith("Access-Control-"));
    assertThat(BY_DEFAULT.send(Request.of(verb, "/hello").from(APP)).cors())
        .containsExactly("Vary: Origin");
  }

  @Test
  void a_policy_on_an_inflector_governs_it_although_nothing_else_has_one() {
    assertThat(BESIDE.send(get("/governed", APP)).cors()).containsExactly(ALLOW, "Vary: Origin");
    assertThat(BESIDE.send(preflight("/governed", APP, "GET")).cors())
        .contains(ALLOW, METHODS + "GET, HEAD");
    assertThat(BESIDE.send(get("/governed", EVIL)).status()).isEqualTo(403);
    assertThat(BESIDE.send(get("/hello", APP)).cors()).isEmpty();
  }

  @Test
  void a_method_of_any_class_has_the_policy_and_the_headers_that_stand_there() {
    Reply granted = BESIDE.send(preflight("/handler", APP, "GET").asking("x-tenant"));
    assertThat(granted.status()).isEqualTo(204);
    assertThat(granted.cors()).contains(ALLOW, METHODS + "GET, HEAD", "Access-Control-Max-Age: 5");
    assertThat(BESIDE.send(preflight("/handler", APP, "PUT")).status()).isEqualTo(403);
  }

  @Test
  void what_the_runtime_answers_itself_is_never_governed() {
    assertThat(BY_DEFAULT.send(options("/hello").from(APP)).cors())
        .containsExactly(Row.VARY_PREFLIGHT);
    assertThat(BY_DEFAULT.send(preflight("/hello", APP, "OPTIONS")).cors())
        .noneMatch(line -> line.startsWith("Access-Control-"));
  }

  @CorsPolicy(origins = APP, credentials = Credentials.ALLOW, maxAge = -7)
  public static class Wrong implements Inflector<ContainerRequestContext, String> {
    @Override
    public String apply(ContainerRequestContext request) {
      return "";
    }
  }

  @Test
  void a_wrong_policy_on_an_inflector_stops_the_deployment() {
    Resource.Builder wrong = Resource.builder("wrong");
    wrong.addMethod("GET").handledBy(Wrong.class);
    ResourceConfig application = new ResourceConfig().registerResources(wrong.build());
    assertThatThrownBy(() -> Server.of(application))
        .hasStackTraceContaining(InvalidPolicyException.class.getName())
        .hasStackTraceContaining("maxAge");
  }
}
