package dev.jaxrscors.products.tools;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;
import static jakarta.ws.rs.core.MediaType.SERVER_SENT_EVENTS;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.Refusal;
import dev.jaxrscors.products.tools.Tool.Progress;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.Executor;
import org.glassfish.jersey.media.sse.EventOutput;
import org.jspecify.annotations.Nullable;

/**
 * The one address of the protocol: messages are posted, events are listened to, a session is
 * deleted.
 *
 * <p>Pages may send what is declared here, the token that the filter reads, and two headers of the
 * next version of the protocol, which clients send already. What carries a foreign origin and is
 * not from a listed page is refused before it is read, as the protocol demands.
 */
@Path("mcp")
@TokenRequired
@CorsPolicy(
    origins = "${tools.pages}",
    allowedHeaders = {CorsPolicy.DERIVED, "Mcp-Method", "Mcp-Name"},
    exposedHeaders = {"Mcp-Session-Id", "WWW-Authenticate"},
    refusal = Refusal.REJECT)
public class McpEndpoint {

  private final ToolBox tools;
  private final Sessions sessions;
  private final Executor executor;

  McpEndpoint(ToolBox tools, Sessions sessions, Executor executor) {
    this.tools = tools;
    this.sessions = sessions;
    this.executor = executor;
  }

  /**
   * {@return the answer to a message: in JSON, or as a stream where reports of progress are wanted}
   *
   * @param headers the headers of the protocol
   * @param body the message
   */
  @POST
  @Consumes(APPLICATION_JSON)
  @Produces({APPLICATION_JSON, SERVER_SENT_EVENTS})
  public Response receive(@BeanParam McpHeaders headers, String body) {
    try {
      RpcRequest request = RpcRequest.parse(body);
      return request.method().equals("initialize")
          ? begin(request)
          : receive(request, sessions.of(headers));
    } catch (RpcException e) {
      String error = RpcReply.error(MissingNode.getInstance(), e);
      return Response.status(400).type(APPLICATION_JSON).entity(error).build();
    }
  }

  private Response begin(RpcRequest request) {
    String answer = answer(request, Progress.UNTOLD);
    return Response.ok(answer, APPLICATION_JSON)
        .header("Mcp-Session-Id", sessions.begin().id())
        .build();
  }

  private Response receive(RpcRequest request, Session session) {
    if (request.needsNoAnswer()) {
      return Response.accepted().build();
    }
    if (request.progressToken().isMissingNode()) {
      return Response.ok(answer(request, Progress.UNTOLD), APPLICATION_JSON).build();
    }
    EventStream stream = session.open();
    EventOutput events = stream.after(EventStream.START);
    executor.execute(() -> run(request, stream));
    return Response.ok(events, SERVER_SENT_EVENTS).build();
  }

  private void run(RpcRequest request, EventStream stream) {
    JsonNode token = request.progressToken();
    stream.send(
        answer(
            request,
            (done, total, message) ->
                stream.send(
                    RpcReply.notification(
                        "notifications/progress", progress(token, done, total, message)))));
    stream.end();
  }

  private static ObjectNode progress(JsonNode token, int done, int total, String message) {
    return RpcReply.object()
        .put("progress", done)
        .put("total", total)
        .put("message", message)
        .set("progressToken", token);
  }

  private String answer(RpcRequest request, Progress progress) {
    try {
      return RpcReply.result(request.id(), tools.answer(request, progress));
    } catch (RpcException e) {
      return RpcReply.error(request.id(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return RpcReply.error(
          request.id(), new RpcException(RpcException.INTERNAL_ERROR, "The server stops."));
    }
  }

  /**
   * {@return the events of a new stream, or the rest of one whose connection was lost}
   *
   * @param headers the headers of the protocol
   * @param lastEventId the id of the last event that the client has
   */
  @GET
  @Produces(SERVER_SENT_EVENTS)
  public EventOutput listen(
      @BeanParam McpHeaders headers, @HeaderParam("Last-Event-ID") @Nullable String lastEventId) {
    Session session = sessions.of(headers);
    if (lastEventId == null) {
      return session.open().after(EventStream.START);
    }
    EventId last = EventId.parse(lastEventId).orElseThrow(NotFoundException::new);
    return session.find(last).orElseThrow(NotFoundException::new).after(last.index());
  }

  /**
   * Ends a session.
   *
   * @param headers the headers of the protocol
   */
  @DELETE
  public void end(@BeanParam McpHeaders headers) {
    sessions.end(sessions.of(headers));
  }
}
