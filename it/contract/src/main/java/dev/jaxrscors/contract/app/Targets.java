package dev.jaxrscors.contract.app;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.wire.Calls;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** A resource method of every kind, each of which counts its calls. */
@Path("targets")
@Produces("text/plain")
@CorsPolicy(origins = "https://app.example.com")
public class Targets {

  private static String called(String method) {
    Calls.count("Targets." + method);
    return method;
  }

  /**
   * A plain one.
   *
   * @return its name
   */
  @GET
  public String get() {
    return called("get");
  }

  /**
   * One with a regular expression in its path.
   *
   * @param number the number
   * @return its name
   */
  @GET
  @Path("{number: [0-9]+}")
  public String regex(@PathParam("number") int number) {
    return called("regex");
  }

  /**
   * One that answers HEAD itself.
   *
   * @return an empty response
   */
  @HEAD
  @Path("head")
  public Response head() {
    return Response.ok().header("X-Called", called("head")).build();
  }

  /**
   * One with a method of its own.
   *
   * @return its name
   */
  @PROPFIND
  @Path("propfind")
  public String propfind() {
    return called("propfind");
  }

  /**
   * One with a body that has a reader, and a header.
   *
   * @param trace a header
   * @param body the body
   * @return its name
   */
  @PUT
  @Path("counted")
  @Consumes("application/x-counted")
  public String counted(@HeaderParam("X-Trace") String trace, Counted body) {
    return called("counted");
  }

  /**
   * One that has a sibling.
   *
   * @param body the body
   * @return its name
   */
  @POST
  @Path("media")
  @Consumes("text/plain")
  public String text(String body) {
    return called("text");
  }

  /**
   * The sibling.
   *
   * @param body the body
   * @return its name
   */
  @POST
  @Path("media")
  @Consumes("application/json")
  public String json(String body) {
    return called("json");
  }

  /**
   * One with a media type that no preflight names.
   *
   * @return its name
   */
  @GET
  @Path("odd")
  @Produces("application/x-odd")
  public String odd() {
    return called("odd");
  }

  /**
   * One that answers later.
   *
   * @param response what to resume
   */
  @GET
  @Path("async")
  public void async(@Suspended AsyncResponse response) {
    String name = called("async");
    CompletableFuture.runAsync(() -> response.resume(name)).isDone();
  }

  /**
   * One that promises to answer, and does not do so at once.
   *
   * @return its name
   */
  @GET
  @Path("stage")
  public CompletionStage<String> stage() {
    String name = called("stage");
    Executor soon = CompletableFuture.delayedExecutor(50, TimeUnit.MILLISECONDS);
    return CompletableFuture.supplyAsync(() -> name, soon);
  }

  /**
   * One that sends an event.
   *
   * @param sink where to
   * @param sse what makes events
   */
  @GET
  @Path("events")
  @Produces("text/event-stream")
  public void events(@Context SseEventSink sink, @Context Sse sse) {
    String name = called("events");
    sink.send(sse.newEvent(name)).whenComplete((sent, failure) -> close(sink));
  }

  @SuppressWarnings("IllegalCatch")
  private static void close(SseEventSink sink) {
    try {
      sink.close();
    } catch (Exception e) {
      throw new IllegalStateException("an event sink does not close", e);
    }
  }

  /**
   * One that writes its body itself.
   *
   * @return what writes it
   */
  @GET
  @Path("stream")
  public StreamingOutput stream() {
    String name = called("stream");
    return out -> out.write(name.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * One that reads conditions.
   *
   * @param request the request
   * @return its name
   */
  @PATCH
  @Path("conditional")
  public String conditional(@Context Request request) {
    return called("conditional");
  }

  /**
   * One that has an OPTIONS method beside it.
   *
   * @return its name
   */
  @GET
  @Path("options")
  public String besideOptions() {
    return called("besideOptions");
  }

  /**
   * A hand-written OPTIONS method.
   *
   * @return its name
   */
  @OPTIONS
  @Path("options")
  public String options() {
    return called("options");
  }

  /**
   * One that says the resource was not modified.
   *
   * @return 304
   */
  @GET
  @Path("unmodified")
  public Response unmodified() {
    return Response.notModified(called("unmodified")).build();
  }

  /**
   * One that varies, and sets what the library sets.
   *
   * @return a response with headers of its own
   */
  @GET
  @Path("foreign")
  public Response foreign() {
    return Response.ok(called("foreign"))
        .header("Vary", "Accept")
        .header("Access-Control-Allow-Origin", "*")
        .header("access-control-allow-methods", "GET")
        .build();
  }
}
