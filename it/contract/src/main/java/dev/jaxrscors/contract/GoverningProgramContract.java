package dev.jaxrscors.contract;

import dev.jaxrscors.contract.process.Build;
import dev.jaxrscors.contract.process.ServerDescriptor;
import dev.jaxrscors.contract.process.ServerProcess;
import dev.jaxrscors.contract.process.WarRecipe;
import dev.jaxrscors.wire.SocketClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.TestInstance;

/**
 * An application that lists its classes, with a policy of its own, the mapper for exceptions that
 * nothing else maps, and roles: the one application of a process.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class GoverningProgramContract {

  private static final String GOVERNING = "governing";

  private final ServerUnderTest server;
  private final Place place;

  /**
   * Takes the process the contract is proved on.
   *
   * @param descriptor how it is launched
   * @param place what is particular about it
   */
  protected GoverningProgramContract(ServerDescriptor descriptor, Place place) {
    this.place = place;
    this.server = ServerProcess.of(Build.serverName(), descriptor, WarRecipe.governing(GOVERNING));
  }

  @BeforeAll
  void start() {
    server.start();
  }

  @AfterAll
  void stop() {
    server.stop();
  }

  private Subject governing() {
    return new Subject(server.baseUri(GOVERNING), place.abilities(), place.gaps());
  }

  @Nested
  class Ping extends PingContract {
    @Override
    protected SocketClient client() {
      return SocketClient.of(server.baseUri(GOVERNING));
    }
  }

  @Nested
  class Governing extends GoverningContract {
    @Override
    protected Subject subject() {
      return governing();
    }
  }

  @Nested
  class Guarded extends RolesContract {
    @Override
    protected Subject subject() {
      return governing();
    }

    /** The one application has the filter of the example. */
    @Override
    protected String headersForEverybody() {
      return "Content-Type, Authorization";
    }
  }
}
