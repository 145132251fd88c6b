package dev.jaxrscors.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.jaxrscors.Steps;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.glassfish.jersey.internal.MapPropertiesDelegate;
import org.glassfish.jersey.server.ApplicationHandler;
import org.glassfish.jersey.server.ContainerRequest;
import org.glassfish.jersey.server.ContainerResponse;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.provider.MethodSource;

/** The whole chain of filters, on Jersey in memory. */
class JerseyFuzzTest {

  private static final URI BASE = URI.create("http://api.example.com/");

  /** For what every request costs. */
  private static final int FEW = 1_000;

  @AutoClose private static final CheckedLog LOG = CheckedLog.open();

  /**
   * Made when a test asks for it, and the agent is there: of records that are loaded already, the
   * JVM loses fields when an agent comes.
   */
  private static final class Started {
    static final ApplicationHandler JERSEY =
        new ApplicationHandler(ResourceConfig.forApplication(new HostileApplication()));
  }

  @MethodSource("dev.jaxrscors.wire.HostileRequests#seeds")
  @DictionaryFile(resourcePath = "/dev/jaxrscors/wire/hostile-requests.dict")
  @FuzzTest
  void whatever_a_request_holds_its_answer_is_safe(byte[] input) {
    ApplicationHandler jersey = Started.JERSEY;
    new HostileRequests(request -> counted(jersey, input.length, request)).check(input);
    assertThat(LOG.unsafe()).isEmpty();
  }

  private static Reply counted(ApplicationHandler jersey, int length, Request request) {
    Steps.Counted<Reply> counted = Steps.of(() -> send(jersey, request));
    assertThat(counted.steps()).isLessThanOrEqualTo(FEW + 16L * length);
    return counted.result();
  }

  private static Reply send(ApplicationHandler jersey, Request sent) {
    ContainerRequest request =
        new ContainerRequest(
            BASE,
            BASE.resolve(sent.path()),
            sent.method(),
            null,
            new MapPropertiesDelegate(),
            jersey.getConfiguration());
    sent.fields().forEach(field -> request.header(field.name(), field.value()));
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    try {
      ContainerResponse response = jersey.apply(request, body).get();
      List<Field> fields = new ArrayList<>();
      response
          .getStringHeaders()
          .forEach((name, values) -> values.forEach(value -> fields.add(new Field(name, value))));
      return new Reply(response.getStatus(), fields, body.toString(StandardCharsets.ISO_8859_1));
    } catch (ExecutionException | InterruptedException e) {
      throw new AssertionError("Jersey gave no response", e);
    }
  }
}
