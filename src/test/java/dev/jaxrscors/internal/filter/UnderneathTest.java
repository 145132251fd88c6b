package dev.jaxrscors.internal.filter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.internal.runtime.ServletFields;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.List;
import org.apache.cxf.jaxrs.impl.Cxf;
import org.apache.cxf.message.Message;
import org.junit.jupiter.api.Test;

/** What stands on servlet responses is looked at for a while: to look costs something. */
class UnderneathTest {

  private static final String ORDERS = "https://api.example.com/shop/orders";

  private final Underneath underneath = new Underneath(ServletFields.UNKNOWN);
  private final RecordedResponse sent = new RecordedResponse();

  private ContainerRequestContext request() {
    Message message = new Message(null).with("HTTP.RESPONSE", sent.response());
    return Cxf.request(Fakes.request("GET", ORDERS), message);
  }

  private void set() {
    sent.fields.put("Access-Control-Allow-Origin", List.of("*"));
  }

  @Test
  void only_fields_of_the_protocol_are_foreign() {
    sent.fields.put("Cache-Control", List.of("no-store"));
    assertThat(underneath.isForeign(request())).isFalse();
    set();
    assertThat(underneath.isForeign(request())).isTrue();
  }

  @Test
  void a_hundred_responses_are_looked_at_and_no_more() {
    for (int i = 0; i < 99; i++) {
      assertThat(underneath.isForeign(request())).isFalse();
    }
    set();
    assertThat(underneath.isForeign(request())).isTrue();
    assertThat(underneath.isForeign(request())).isFalse();
  }

  @Test
  void what_the_servlet_door_has_put_is_neither_foreign_nor_a_look() {
    set();
    ContainerRequestContext behindDoor = request();
    behindDoor.setProperty(
        Passage.ATTRIBUTE,
        DoorExchange.actual(
            ServletFakes.request("GET", ORDERS), ServletFakes.host(), ServletFakes.governed()));
    DoorFinder.addDoor();
    try {
      for (int i = 0; i < 100; i++) {
        assertThat(underneath.isForeign(behindDoor)).isFalse();
      }
    } finally {
      DoorFinder.removeDoor();
    }
    assertThat(underneath.isForeign(request())).isTrue();
  }
}
