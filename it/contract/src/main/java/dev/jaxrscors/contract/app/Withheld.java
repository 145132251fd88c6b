package dev.jaxrscors.contract.app;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.Credentials;
import dev.jaxrscors.rest.CorsRequest;
import dev.jaxrscors.wire.Calls;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;

/** Takes back what its policy grants. */
@Path("withheld")
@Produces("text/plain")
@CorsPolicy(
    origins = "https://app.example.com",
    credentials = Credentials.ALLOW,
    exposedHeaders = "X-Total")
public class Withheld {

  private static final long SENT_MILLIS = 500;

  /** Answers; a filter may take back what is granted. */
  @GET
  @Path("plain")
  public String plain() {
    return "plain";
  }

  /** Changes something; a filter may take back what its preflight is granted. */
  @PUT
  @Path("plain")
  public void put(String value) {
    Calls.count("withheld");
  }

  /** Answers the clients that are known, with a grant for one of them. */
  @POST
  @Path("token")
  @Consumes("application/x-www-form-urlencoded")
  public Response token(@FormParam("client") String client) {
    Response.ResponseBuilder response = Response.ok("token").header("X-Total", 1);
    return (client.equals("ours") ? response : CorsRequest.withhold(response)).build();
  }

  /** Answers with an error that pages may not read. */
  @GET
  @Path("error")
  public String error() {
    throw new WebApplicationException(
        CorsRequest.withhold(Response.status(409).header("Vary", "Accept")).build());
  }

  /** Answers from another thread. */
  @GET
  @Path("async")
  public void async(@Suspended AsyncResponse response) {
    new Thread(() -> response.resume(CorsRequest.withhold(Response.ok("async")).build())).start();
  }

  /** Takes back what is granted for an event stream, and then sends an event. */
  @GET
  @Path("events")
  @Produces("text/event-stream")
  public void events(
      @Context SseEventSink sink, @Context Sse sse, @QueryParam("kept") String kept) {
    CorsRequest.withhold(RequestKeeper.take(kept));
    // CXF answers 500 where a sink is closed before the method has returned.
    new Thread(() -> sink.send(sse.newEvent("first")).thenRun(sink::close)).start();
  }

  /** Tries the same once an event has been sent. */
  @GET
  @Path("late")
  @Produces("text/event-stream")
  public void late(@Context SseEventSink sink, @Context Sse sse, @QueryParam("kept") String kept) {
    sink.send(sse.newEvent("first"));
    new Thread(() -> sendLate(sink, sse, kept)).start();
  }

  private static void sendLate(SseEventSink sink, Sse sse, String kept) {
    try {
      Thread.sleep(SENT_MILLIS);
      CorsRequest.withhold(RequestKeeper.take(kept));
      sink.send(sse.newEvent("in time")).thenRun(sink::close);
    } catch (IllegalStateException e) {
      sink.send(sse.newEvent(String.valueOf(e.getMessage()))).thenRun(sink::close);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      sink.close();
    }
  }
}
