package dev.jaxrscors.internal.filter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.event.Reason;
import dev.jaxrscors.internal.deploy.Setup;
import dev.jaxrscors.internal.protocol.Denial;
import dev.jaxrscors.internal.protocol.ResponseHeaders;
import dev.jaxrscors.internal.protocol.Vary;
import dev.jaxrscors.internal.protocol.Verdict;
import jakarta.ws.rs.core.Response;
import org.junit.jupiter.api.Test;

class AnswersTest {

  private static final Verdict GRANTED =
      new Verdict.Granted(ResponseHeaders.nothing(Vary.PREFLIGHT));
  private static final Verdict DENIED =
      Verdict.Denied.preflight(Denial.of(Reason.ORIGIN_NOT_ALLOWED));
  private static final Setup CACHED =
      new Setup.Builder().preflightStatus(200).preflightCacheControl("max-age=5").build();

  @Test
  void a_granted_preflight_has_the_status_and_the_cache_control_of_the_setup() {
    assertThat(Answers.preflight(GRANTED, Setup.EMPTY).getStatus()).isEqualTo(204);
    assertThat(Answers.preflight(GRANTED, Setup.EMPTY).getHeaders()).isEmpty();
    assertThat(Answers.preflight(GRANTED, CACHED).getStatus()).isEqualTo(200);
    assertThat(Answers.preflight(GRANTED, CACHED).getHeaderString("Cache-Control"))
        .isEqualTo("max-age=5");
  }

  @Test
  void a_refused_one_is_403_and_nothing_else_whatever_the_setup() {
    Response response = Answers.preflight(DENIED, CACHED);
    assertThat(response.getStatus()).isEqualTo(403);
    assertThat((byte[]) response.getEntity()).isEmpty();
    assertThat(response.getHeaders()).containsOnlyKeys("Content-Type");
  }

  @Test
  void an_ungoverned_target_grants_and_keeps_nothing() {
    Response response = Answers.preflight(Verdict.NotGoverned.RESOURCE, CACHED);
    assertThat(response.getStatus()).isEqualTo(200);
    assertThat(response.getHeaders()).isEmpty();
    assertThat(response.hasEntity()).isFalse();
  }

  @Test
  void a_rejection_tells_the_developer_of_the_page_what_it_is() {
    Response response = Answers.rejection();
    assertThat(response.getStatus()).isEqualTo(403);
    assertThat(response.getMediaType()).hasToString("application/json");
    assertThat(response.getEntity())
        .isEqualTo(
            "{\"error\":\"CORS_NOT_ALLOWED\","
                + "\"message\":\"Origin not permitted by CORS policy\"}");
  }
}
