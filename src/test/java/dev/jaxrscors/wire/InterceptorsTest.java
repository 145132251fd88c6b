package dev.jaxrscors.wire;

import static dev.jaxrscors.wire.Request.get;
import static dev.jaxrscors.wire.Request.preflight;
import static dev.jaxrscors.wire.Row.VARY_ORIGIN;
import static dev.jaxrscors.wire.Row.refused;
import static dev.jaxrscors.wire.Row.row;
import static dev.jaxrscors.wire.Row.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.Refusal;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.IOException;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What becomes of header fields that an interceptor sets, after every filter. */
class InterceptorsTest {

  private static final String APP = "https://app.example.com";
  private static final String EVIL = "https://evil.example";
  private static final String ALLOW_APP = "Access-Control-Allow-Origin: " + APP;

  @AutoClose
  private static final Server ADDING = Server.of(Governed.class, Open.class, Adding.class);

  @AutoClose private static final Server PUTTING = Server.of(Governed.class, Putting.class);

  @AutoClose private static final Server LATE = Server.of(Governed.class, Bringing.class);

  @AutoClose
  private static final Server INSTANCE =
      Server.of(new ResourceConfig(Governed.class).register(new Adding()));

  @TestFactory
  DynamicContainer that_it_adds_are_replaced() {
    return exchanges("an interceptor that adds", ADDING);
  }

  @TestFactory
  DynamicContainer that_it_puts_are_replaced() {
    return exchanges("an interceptor that puts", PUTTING);
  }

  @TestFactory
  DynamicContainer that_one_of_a_later_feature_adds_are_replaced() {
    return exchanges("an interceptor of another feature", LATE);
  }

  @TestFactory
  DynamicContainer that_an_instance_adds_are_replaced() {
    return exchanges("an instance", INSTANCE);
  }

  private static DynamicContainer exchanges(String kind, Server server) {
    return table(
        kind,
        server,
        row("for an allowed origin", get("/governed", APP), 200, ALLOW_APP, VARY_ORIGIN),
        row("for another origin", get("/governed", EVIL), 200, VARY_ORIGIN),
        row("without Origin", get("/governed"), 200, VARY_ORIGIN),
        row("on a shared response", get("/governed/shared", APP), 200, ALLOW_APP, VARY_ORIGIN),
        row("on it for another origin", get("/governed/shared", EVIL), 200, VARY_ORIGIN),
        row("on it once more", get("/governed/shared", APP), 200, ALLOW_APP, VARY_ORIGIN),
        row(
            "on a rejection",
            Request.of("POST", "/governed").from(EVIL).carrying("x"),
            403,
            VARY_ORIGIN),
        refused("on a refused preflight", preflight("/governed", EVIL, "POST")));
  }

  @TestFactory
  DynamicContainer of_a_resource_without_a_policy_stay() {
    return table(
        "no policy",
        ADDING,
        row(
            "they are the application's",
            get("/open", EVIL),
            200,
            "Access-Control-Allow-Credentials: true",
            "Access-Control-Allow-Origin: *",
            "Vary: Accept"));
  }

  @Test
  void are_one_warning() {
    try (Server server = Server.of(Governed.class, Adding.class);
        CapturedLog log = CapturedLog.open()) {
      server.send(get("/governed", APP));
      server.send(get("/governed", APP));

      assertThat(log.warnings())
          .singleElement()
          .asString()
          .contains("WriterInterceptor", "Access-Control-*");
    }
  }

  @Path("governed")
  @CorsPolicy(origins = APP, refusal = Refusal.INHERIT)
  public static class Governed {

    private static final Response SHARED = Response.status(200).build();

    @GET
    public String get() {
      return "got";
    }

    @GET
    @Path("shared")
    public Response shared() {
      return SHARED;
    }

    @POST
    @CorsPolicy(refusal = Refusal.REJECT)
    public String post(String text) {
      return text;
    }
  }

  @Path("open")
  public static class Open {
    @GET
    public String get() {
      return "got";
    }
  }

  public static class Adding implements WriterInterceptor {
    @Override
    public void aroundWriteTo(WriterInterceptorContext context) throws IOException {
      MultivaluedMap<String, Object> headers = context.getHeaders();
      headers.add("Access-Control-Allow-Origin", "*");
      headers.add("Access-Control-Allow-Credentials", "true");
      if (!headers.containsKey("Vary")) {
        headers.add("Vary", "Accept");
      }
      context.proceed();
    }
  }

  public static class Putting implements WriterInterceptor {
    @Override
    public void aroundWriteTo(WriterInterceptorContext context) throws IOException {
      MultivaluedMap<String, Object> headers = context.getHeaders();
      headers.putSingle("Access-Control-Allow-Origin", "*");
      headers.putSingle("access-control-allow-private-network", "true");
      context.proceed();
    }
  }

  public static class Bringing implements Feature {
    @Override
    public boolean configure(FeatureContext context) {
      context.register(Adding.class);
      return true;
    }
  }
}
