package dev.jaxrscors.runtimes.resteasy;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.jaxrscors.wire.CheckedLog;
import dev.jaxrscors.wire.Field;
import dev.jaxrscors.wire.HostileApplication;
import dev.jaxrscors.wire.HostileRequests;
import dev.jaxrscors.wire.Reply;
import dev.jaxrscors.wire.Request;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jboss.resteasy.core.ResteasyDeploymentImpl;
import org.jboss.resteasy.mock.MockHttpRequest;
import org.jboss.resteasy.mock.MockHttpResponse;
import org.jboss.resteasy.spi.ResteasyDeployment;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.provider.MethodSource;

/** The whole chain of filters, on RESTEasy in memory. */
class RestEasyFuzzTest {

  @AutoClose private static final CheckedLog LOG = CheckedLog.open();

  /**
   * Made when a test asks for it, and the agent is there: of records that are loaded already, the
   * JVM loses fields when an agent comes.
   */
  private static final class Started {
    static final ResteasyDeployment RESTEASY = started();

    private static ResteasyDeployment started() {
      ResteasyDeployment deployment = new ResteasyDeploymentImpl();
      deployment.setApplication(new HostileApplication());
      deployment.start();
      return deployment;
    }
  }

  @AfterAll
  static void stop() {
    Started.RESTEASY.stop();
  }

  @MethodSource("dev.jaxrscors.wire.HostileRequests#seeds")
  @DictionaryFile(resourcePath = "/dev/jaxrscors/wire/hostile-requests.dict")
  @FuzzTest
  void whatever_a_request_holds_its_answer_is_safe(byte[] input) {
    new HostileRequests(RestEasyFuzzTest::send).check(input);
    assertThat(LOG.unsafe()).isEmpty();
  }

  private static Reply send(Request sent) {
    MockHttpResponse response = new MockHttpResponse();
    Started.RESTEASY.getDispatcher().invoke(request(sent), response);
    List<Field> fields = new ArrayList<>();
    response
        .getOutputHeaders()
        .forEach(
            (name, values) ->
                values.forEach(value -> fields.add(new Field(name, String.valueOf(value)))));
    return new Reply(
        response.getStatus(),
        fields,
        new String(response.getOutput(), StandardCharsets.ISO_8859_1));
  }

  private static MockHttpRequest request(Request sent) {
    try {
      MockHttpRequest request =
          MockHttpRequest.create(sent.method(), "http://api.example.com" + sent.path())
              .content(new byte[0]);
      sent.fields().forEach(field -> request.header(field.name(), field.value()));
      return request;
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
