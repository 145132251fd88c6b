package dev.jaxrscors.demo;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.Credentials;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * A stream of server-sent events, which an {@code EventSource} of the shop's pages may read, with
 * credentials or without.
 */
@Path("ticks")
@CorsPolicy(credentials = Credentials.ALLOW)
public class Ticks {

  private static final int LAST = 10;

  // Its threads keep no program from ending.
  private static final Executor SECOND_LATER =
      CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS);

  /** Makes the resource. */
  public Ticks() {}

  /**
   * Sends the numbers 1 to 10, one a second.
   *
   * @param sink where they go
   * @param sse makes the events
   */
  @GET
  @Produces(MediaType.SERVER_SENT_EVENTS)
  public void stream(@Context SseEventSink sink, @Context Sse sse) {
    send(1, sink, sse);
  }

  private static void send(int number, SseEventSink sink, Sse sse) {
    if (number > LAST) {
      sink.close();
    } else if (!sink.isClosed()) {
      sink.send(sse.newEvent(Integer.toString(number)))
          .thenRunAsync(() -> send(number + 1, sink, sse), SECOND_LATER);
    }
  }
}
