package dev.jaxrscors.benchmarks.wire;

import dev.jaxrscors.benchmarks.dispatch.Call;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Loads one server at a time, and reads what its process worked meanwhile. */
final class Meter {

  private final Client client = new Client();
  private final Wrk wrk;

  Meter(Wrk wrk) {
    this.wrk = wrk;
  }

  /**
   * Checks the answer of a server to each call.
   *
   * @param server which
   * @throws IOException if it does not answer
   * @throws IllegalStateException if an answer is not what the case says; the message tells why
   */
  void check(ServerProcess server) throws IOException {
    for (Call call : Call.values()) {
      List<String> mistakes = AnswerCheck.mistakes(server.layer(), call, client.send(server, call));
      if (!mistakes.isEmpty()) {
        throw new IllegalStateException(
            "%s answers %s with %s".formatted(server, call, String.join("; ", mistakes)));
      }
    }
  }

  /**
   * Loads a server.
   *
   * @param server which
   * @param call with what
   * @param seconds how long
   * @param round the number of the round
   * @return what came of it
   * @throws IOException if the generator cannot be run
   * @throws IllegalStateException if it counted other answers than the case says
   */
  Sample load(ServerProcess server, Call call, int seconds, int round) throws IOException {
    Duration before = server.cpu();
    Load load = wrk.run(server.order(), call, Duration.ofSeconds(seconds));
    Duration cpu = server.cpu().minus(before);
    int status = server.layer().status(call);
    if (!load.isAllOf(status)) {
      throw new IllegalStateException(
          "%s, asked %s, was to answer %d each time: %s".formatted(server, call, status, load));
    }
    return new Sample(
        server.container(),
        server.layer(),
        call,
        round,
        status,
        load.requests(),
        TimeUnit.NANOSECONDS.toMicros(load.duration().toNanos()),
        TimeUnit.NANOSECONDS.toMicros(cpu.toNanos()));
  }
}
