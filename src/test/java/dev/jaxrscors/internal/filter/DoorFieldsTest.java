package dev.jaxrscors.internal.filter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.internal.protocol.ResponseHeaders;
import dev.jaxrscors.internal.protocol.Vary;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The fields of the protocol on a servlet response. */
class DoorFieldsTest {

  private static final ResponseHeaders GRANT =
      new ResponseHeaders("https://a.example", "", "", "", "", "ETag", Vary.ORIGIN);

  private final RecordedResponse sent = new RecordedResponse();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Access-Control-Allow-Origin",
        "access-control-allow-credentials",
        "ACCESS-CONTROL-ALLOW-PRIVATE-NETWORK"
      })
  void they_are_known_in_whatever_case(String name) {
    assertThat(DoorFields.isOfProtocol(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Access-Control-Request-Method", "Access-Control-", "Allow", "Vary", "Origin"})
  void what_only_looks_like_them_is_none(String name) {
    assertThat(DoorFields.isOfProtocol(name)).isFalse();
  }

  @Test
  void one_with_the_value_that_was_decided_is_own() {
    assertThat(DoorFields.isOwn(GRANT, "access-control-allow-origin", "https://a.example"))
        .isTrue();
    assertThat(DoorFields.isOwn(GRANT, "Access-Control-Allow-Origin", "*")).isFalse();
    assertThat(DoorFields.isOwn(GRANT, "Access-Control-Allow-Origin", null)).isFalse();
    assertThat(DoorFields.isOwn(GRANT, "ETag", "")).isFalse();
  }

  @Test
  void others_are_taken_away_and_what_else_was_set_stays() {
    sent.status = 201;
    sent.contentType = "text/plain";
    sent.fields.put("Access-Control-Allow-Credentials", List.of("true"));
    sent.fields.put("Content-Type", List.of("text/plain"));
    sent.fields.put("X-Count", List.of("1", "2"));
    sent.fields.put("Vary", List.of("Accept", "Cookie"));
    assertThat(DoorFields.replace(sent.response(), GRANT)).isTrue();
    assertThat(sent.fields)
        .containsOnly(
            Map.entry("Access-Control-Allow-Origin", List.of("https://a.example")),
            Map.entry("Access-Control-Expose-Headers", List.of("ETag")),
            Map.entry("X-Count", List.of("1", "2")),
            Map.entry("Vary", List.of("Accept, Cookie, Origin")));
    assertThat(sent.contentType).isEqualTo("text/plain");
    assertThat(sent.status).isEqualTo(201);
    assertThat(sent.calls).containsExactly("reset", "setContentType");
  }

  @Test
  void a_response_without_a_type_gets_none() {
    sent.fields.put("Access-Control-Allow-Credentials", List.of("true"));
    DoorFields.replace(sent.response(), GRANT);
    assertThat(sent.calls).containsExactly("reset");
  }

  @Test
  void nothing_begins_anew_where_there_are_no_others() {
    sent.fields.put("Access-Control-Allow-Origin", List.of("*"));
    sent.contentType = "text/plain";
    assertThat(DoorFields.replace(sent.response(), GRANT)).isFalse();
    assertThat(sent.fields)
        .containsEntry("Access-Control-Allow-Origin", List.of("https://a.example"));
    assertThat(sent.calls).isEmpty();
  }

  @Test
  void what_is_the_same_for_all_varies_by_what_it_did() {
    ResponseHeaders open = new ResponseHeaders("*", "", "", "", "", "", Vary.NOTHING);
    DoorFields.replace(sent.response(), open);
    assertThat(sent.fields).containsOnlyKeys("Access-Control-Allow-Origin");
  }

  @Test
  void vary_is_merged_with_what_is_there_and_with_what_is_added() {
    assertThat(DoorFields.merged(Vary.ORIGIN, sent.response(), null)).isEqualTo("Origin");
    assertThat(DoorFields.merged(Vary.ORIGIN, sent.response(), "Accept"))
        .isEqualTo("Origin, Accept");
    sent.fields.put("Vary", List.of("Cookie"));
    assertThat(DoorFields.merged(Vary.ORIGIN, sent.response(), "Accept"))
        .isEqualTo("Cookie, Origin, Accept");
  }
}
