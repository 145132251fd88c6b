package dev.jaxrscors.internal.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jaxrscors.internal.protocol.ResponseHeaders;
import dev.jaxrscors.internal.protocol.Vary;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The response to a preflight that is let through: nothing is sent before somebody has decided. */
class DoorHeldResponseTest {

  private static final ResponseHeaders DECIDED =
      new ResponseHeaders("https://app.example.com", "", "", "", "", "", Vary.PREFLIGHT);

  private final RecordedResponse sent = new RecordedResponse();
  private final DoorExchange exchange =
      DoorExchange.preflight(
          ServletFakes.request(
              "OPTIONS",
              "https://api.example.com/shop/orders",
              "Origin: https://app.example.com",
              "Access-Control-Request-Method: GET"),
          ServletFakes.host(),
          ServletFakes.governed());
  private final HttpServletResponse held = new DoorHeldResponse(exchange, sent.response());

  /** What Jakarta REST, or a filter before it, does to a response. */
  enum Deed {
    STATUS(401) {
      @Override
      void to(HttpServletResponse response) {
        response.setStatus(401);
      }
    },
    ERROR(404) {
      @Override
      void to(HttpServletResponse response) throws IOException {
        response.sendError(404);
      }
    },
    ERROR_WITH_MESSAGE(500) {
      @Override
      void to(HttpServletResponse response) throws IOException {
        response.sendError(500, "no");
      }
    },
    REDIRECT(302) {
      @Override
      void to(HttpServletResponse response) throws IOException {
        response.sendRedirect("/elsewhere");
      }
    },
    LENGTH(200) {
      @Override
      void to(HttpServletResponse response) {
        response.setContentLength(3);
      }
    },
    LONG_LENGTH(200) {
      @Override
      void to(HttpServletResponse response) {
        response.setContentLengthLong(3);
      }
    },
    TYPE(200) {
      @Override
      void to(HttpServletResponse response) {
        response.setContentType("text/plain");
      }
    },
    FIELD(200) {
      @Override
      void to(HttpServletResponse response) {
        response.setHeader("X-Count", "1");
      }
    },
    MORE_FIELDS(200) {
      @Override
      void to(HttpServletResponse response) {
        response.addHeader("X-Count", "1");
      }
    },
    FLUSH(200) {
      @Override
      void to(HttpServletResponse response) throws IOException {
        response.flushBuffer();
      }
    },
    BYTES(200) {
      @Override
      void to(HttpServletResponse response) throws IOException {
        response.getOutputStream().write(7);
      }
    },
    TEXT(200) {
      @Override
      void to(HttpServletResponse response) throws IOException {
        PrintWriter writer = response.getWriter();
        writer.write("a page");
        writer.flush();
      }
    };

    private final int status;

    Deed(int status) {
      this.status = status;
    }

    abstract void to(HttpServletResponse response) throws IOException;
  }

  /** Returns all that has become of a response, but for what was decided. */
  private static List<Object> become(RecordedResponse response) {
    Map<String, List<String>> fields = new TreeMap<>(response.fields);
    fields.keySet().removeIf(name -> DoorFields.isOfProtocol(name) || DoorFields.isVary(name));
    return List.of(
        response.status,
        String.valueOf(response.contentType),
        fields,
        List.copyOf(response.calls),
        response.bytes.size(),
        response.text.toString());
  }

  @ParameterizedTest
  @EnumSource
  void before_that_nothing_reaches_the_client_and_the_status_is_known(Deed deed)
      throws IOException {
    List<Object> untouched = become(sent);
    deed.to(held);
    assertThat(become(sent)).isEqualTo(untouched);
    assertThat(held.getStatus()).isEqualTo(deed.status);
    assertThat(held.isCommitted()).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void after_that_everything_does(Deed deed) throws IOException {
    RecordedResponse other = new RecordedResponse();
    deed.to(other.response());
    exchange.decide(DECIDED);
    deed.to(held);
    assertThat(become(sent)).isEqualTo(become(other)).isNotEqualTo(become(new RecordedResponse()));
  }

  @Test
  void what_was_decided_is_there_once_something_is_sent() throws IOException {
    exchange.decide(DECIDED);
    held.flushBuffer();
    assertThat(sent.fields)
        .containsEntry("Access-Control-Allow-Origin", List.of("https://app.example.com"))
        .containsEntry("Vary", List.of(Vary.PREFLIGHT.fieldValue()));
  }

  @Test
  void after_that_its_status_is_that_of_the_container() {
    sent.status = 418;
    sent.committed = true;
    assertThat(held.getStatus()).isEqualTo(200);
    assertThat(held.isCommitted()).isFalse();
    exchange.decide(DECIDED);
    assertThat(held.getStatus()).isEqualTo(418);
    assertThat(held.isCommitted()).isTrue();
  }

  @Test
  void nobody_is_told_to_wait_for_what_goes_nowhere() throws IOException {
    ServletOutputStream nowhere = held.getOutputStream();
    assertThat(nowhere.isReady()).isTrue();
    assertThatThrownBy(() -> nowhere.setWriteListener(null))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("not asynchronous");
  }
}
