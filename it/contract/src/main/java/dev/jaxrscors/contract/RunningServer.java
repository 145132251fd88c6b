package dev.jaxrscors.contract;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** A server that runs while the tests of one class do. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RunningServer<S extends ServerUnderTest> {

  final S server;

  RunningServer(S server) {
    this.server = server;
  }

  @BeforeAll
  void start() {
    server.start();
  }

  @AfterAll
  void stop() {
    server.stop();
  }
}
