package dev.jaxrscors.internal.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jaxrscors.internal.filter.Fakes;
import dev.jaxrscors.wire.CapturedLog;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.FeatureContext;
import java.util.List;
import java.util.logging.Level;
import org.apache.cxf.jaxrs.model.ProviderInfo;
import org.apache.cxf.jaxrs.provider.ServerProviderFactory;
import org.apache.cxf.message.Message;
import org.jboss.resteasy.core.interception.jaxrs.RestEasy;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a request on CXF knows, here stand-ins with names of CXF. */
class CxfTest {

  private static final ContainerRequestContext ELSEWHERE =
      Fakes.request("GET", "https://api.example.com/orders");

  @Test
  void it_is_known_by_what_configures_a_feature() {
    FeatureContext own = org.apache.cxf.jaxrs.impl.Cxf.context();
    assertThat(Cxf.configures(own)).isTrue();
    assertThat(Cxf.configures(RestEasy.context())).isFalse();
    assertThat(Cxf.isOwn(own)).isTrue();
    assertThat(Cxf.isOwn(ELSEWHERE)).isFalse();
  }

  @Test
  void a_request_knows_the_filters_that_no_name_binds() {
    Message message =
        new Message(null)
            .with(
                new ServerProviderFactory(
                    List.of(new ProviderInfo("early")), List.of(new ProviderInfo(1))));
    assertThat(Cxf.requestFilters(request(message))).containsExactly(String.class, Integer.class);
  }

  @Test
  void elsewhere_no_filters_are_known() {
    try (CapturedLog log = CapturedLog.openAt(Level.ALL)) {
      assertThat(Cxf.requestFilters(ELSEWHERE)).isEmpty();
      assertThat(log.lines()).isEmpty();
    }
  }

  @Test
  void a_request_that_does_not_tell_is_logged() {
    try (CapturedLog log = CapturedLog.openAt(Level.ALL)) {
      assertThat(Cxf.requestFilters(request(null))).isEmpty();
      assertThat(log.at(Level.FINE)).singleElement().asString().contains("no message");
    }
  }

  @Test
  void a_request_without_a_message_cannot_be_asked() {
    assertThatThrownBy(() -> Cxf.message(request(null)))
        .isInstanceOf(ReflectiveOperationException.class);
  }

  private static ContainerRequestContext request(@Nullable Message message) {
    return org.apache.cxf.jaxrs.impl.Cxf.request(ELSEWHERE, message);
  }
}
