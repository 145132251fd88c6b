package dev.jaxrscors.runtimes.cxf;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.jaxrscors.wire.CheckedLog;
import dev.jaxrscors.wire.Field;
import dev.jaxrscors.wire.HostileApplication;
import dev.jaxrscors.wire.HostileRequests;
import dev.jaxrscors.wire.Reply;
import dev.jaxrscors.wire.Request;
import jakarta.ws.rs.ext.RuntimeDelegate;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.cxf.endpoint.Server;
import org.apache.cxf.jaxrs.JAXRSServerFactoryBean;
import org.apache.cxf.message.ExchangeImpl;
import org.apache.cxf.message.Message;
import org.apache.cxf.message.MessageImpl;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.provider.MethodSource;

/** The whole chain of filters, on CXF in memory. */
class CxfFuzzTest {

  @AutoClose private static final CheckedLog LOG = CheckedLog.open();

  // Held, and quiet: it logs each response that is an error.
  private static final Logger LOGGER = Logger.getLogger("org.apache.cxf");

  /**
   * Made when a test asks for it, and the agent is there: of records that are loaded already, the
   * JVM loses fields when an agent comes.
   */
  private static final class Started {
    static final MemoryDestination DESTINATION = new MemoryDestination();
    static final Server CXF = started();

    private static Server started() {
      LOGGER.setLevel(Level.OFF);
      JAXRSServerFactoryBean factory =
          RuntimeDelegate.getInstance()
              .createEndpoint(new HostileApplication(), JAXRSServerFactoryBean.class);
      factory.setAddress(MemoryDestination.ADDRESS);
      factory.setDestinationFactory(DESTINATION.factory());
      return factory.create();
    }
  }

  @AfterAll
  static void stop() {
    Started.CXF.destroy();
  }

  @MethodSource("dev.jaxrscors.wire.HostileRequests#seeds")
  @DictionaryFile(resourcePath = "/dev/jaxrscors/wire/hostile-requests.dict")
  @FuzzTest
  void whatever_a_request_holds_its_answer_is_safe(byte[] input) {
    new HostileRequests(CxfFuzzTest::send).check(input);
    assertThat(LOG.unsafe()).isEmpty();
  }

  private static Reply send(Request request) {
    Message message = message(request);
    Started.CXF.getDestination().getMessageObserver().onMessage(message);
    Message out = message.getExchange().getOutMessage();
    int status = out.get(Message.RESPONSE_CODE) instanceof Integer code ? code : 200;
    List<Field> fields = new ArrayList<>();
    if (out.get(Message.PROTOCOL_HEADERS) instanceof Map<?, ?> headers) {
      headers.forEach(
          (name, values) ->
              ((List<?>) values)
                  .forEach(v -> fields.add(new Field(name.toString(), String.valueOf(v)))));
    }
    return new Reply(
        status, fields, new String(Started.DESTINATION.takeBody(), StandardCharsets.ISO_8859_1));
  }

  private static Message message(Request request) {
    Message message = new MessageImpl();
    message.setExchange(new ExchangeImpl());
    message.getExchange().setDestination(Started.DESTINATION);
    message.put(Message.HTTP_REQUEST_METHOD, request.method());
    message.put(Message.REQUEST_URL, MemoryDestination.ADDRESS + request.path());
    message.put(Message.REQUEST_URI, request.path());
    message.put(Message.PATH_INFO, request.path());
    message.put(Message.BASE_PATH, "/");
    message.put(Message.PROTOCOL_HEADERS, headers(request));
    message.setContent(InputStream.class, new ByteArrayInputStream(new byte[0]));
    return message;
  }

  private static Map<String, List<String>> headers(Request request) {
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    request
        .fields()
        .forEach(f -> headers.computeIfAbsent(f.name(), n -> new ArrayList<>()).add(f.value()));
    return headers;
  }
}
