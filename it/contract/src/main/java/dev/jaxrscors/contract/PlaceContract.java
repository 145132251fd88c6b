package dev.jaxrscors.contract;

import dev.jaxrscors.contract.process.Build;
import dev.jaxrscors.wire.SocketClient;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/**
 * A contract proved in one place, which is started once for all the suites. These stand as nested
 * classes in the contracts below this one.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class PlaceContract {

  /** The name of the application that lists its classes. */
  static final String LISTED = "listed";

  /** The name of the application that lists nothing. */
  static final String SCANNED = "scanned";

  /** The name of the application with a policy of its own. */
  static final String GOVERNING = "governing";

  /** The name of the application that lists nothing, and has a property. */
  static final String CUSTOMIZED = "customized";

  /** The name of the application with security. */
  static final String SECURED = "secured";

  /** The name of the application whose resources agree on their origins. */
  static final String AGREEING = "agreeing";

  /** The name of the application with mistakes. */
  static final String MISTAKEN = "mistaken";

  /** The name of the application whose resources inherit their paths. */
  static final String INHERITED_PATH = "inheritedpath";

  /** The name of the application that shares responses. */
  static final String LAYERS = "layers";

  /** The name of the application whose classes have two dollars in their names. */
  static final String DOLLARS = "dollars";

  /** The name of the application that reports its policies. */
  static final String REPORTED = "reported";

  private final ServerUnderTest server;
  private final Place place;
  private final List<String> applications;

  PlaceContract(ServerUnderTest server, Place place, List<String> applications) {
    this.server = server;
    this.place = place;
    this.applications = List.copyOf(applications);
  }

  @BeforeAll
  void start() {
    server.start();
  }

  @AfterAll
  void stop() {
    server.stop();
    Build.record(applications, place);
  }

  /** Returns where the applications are deployed. */
  ServerUnderTest server() {
    return server;
  }

  /** Returns a client of the application deployed under a name. */
  SocketClient clientOf(String application) {
    return SocketClient.of(server.baseUri(application));
  }

  /** Returns the application deployed under a name, made of Jakarta REST alone. */
  Subject plain(String application) {
    return new Subject(server.baseUri(application), Set.of(), place.gaps());
  }

  /** Returns the application deployed under a name, made of all that the place offers. */
  Subject full(String application) {
    return new Subject(server.baseUri(application), place.abilities(), place.gaps());
  }
}
