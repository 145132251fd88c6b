package dev.jaxrscors.internal.filter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.internal.filter.HeaderFields.Conflict;
import dev.jaxrscors.internal.protocol.ResponseHeaders;
import dev.jaxrscors.internal.protocol.Vary;
import jakarta.ws.rs.core.AbstractMultivaluedMap;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class HeaderFieldsTest {

  private static final ResponseHeaders GRANT =
      new ResponseHeaders("https://a.example", "true", "", "", "", "ETag", Vary.ORIGIN);

  private final MultivaluedMap<String, Object> fields = new MultivaluedHashMap<>();

  @Test
  void they_are_put_once_each_and_other_fields_stay() {
    fields.add("ETag", "\"1\"");
    assertThat(replace(GRANT)).isEqualTo(Conflict.NONE);
    assertThat(fields)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "ETag", List.of("\"1\""),
                "Access-Control-Allow-Origin", List.of("https://a.example"),
                "Access-Control-Allow-Credentials", List.of("true"),
                "Access-Control-Expose-Headers", List.of("ETag"),
                "Vary", List.of("Origin")));
  }

  @Test
  void a_media_type_hides_nothing_that_other_layers_set() {
    MultivaluedMap<String, Object> caseless =
        new AbstractMultivaluedMap<>(new TreeMap<>(String.CASE_INSENSITIVE_ORDER)) {};
    caseless.add("Content-Type", "text/plain");
    assertThat(replace(caseless, GRANT)).isEqualTo(Conflict.NONE);
    assertThat(caseless).containsEntry("Vary", List.of("Origin")).hasSize(5);

    caseless.put("Vary", new ArrayList<>(List.of("Accept")));
    assertThat(replace(caseless, GRANT)).isEqualTo(Conflict.SHARED);
    assertThat(caseless).containsEntry("Vary", List.of("Accept, Origin")).hasSize(5);
  }

  @Test
  void one_field_of_another_layer_is_seen() {
    fields.add("Vary", "Accept");
    assertThat(replace(ResponseHeaders.nothing(Vary.ORIGIN))).isEqualTo(Conflict.NONE);
    assertThat(fields.get("Vary")).containsExactly("Accept, Origin");
    fields.clear();
    fields.add("Access-Control-Allow-Origin", "*");
    assertThat(replace(ResponseHeaders.nothing(Vary.NOTHING))).isEqualTo(Conflict.FOREIGN);
    assertThat(fields).isEmpty();
  }

  @Test
  void what_other_layers_set_is_replaced_as_a_set_in_whatever_case() {
    fields.add("Access-Control-Allow-Origin", "*");
    fields.add("Access-Control-Allow-Origin", "https://evil.example");
    fields.add("access-control-allow-methods", "DELETE");
    fields.add("Access-Control-Allow-Private-Network", "true");
    assertThat(replace(ResponseHeaders.nothing(Vary.ORIGIN))).isEqualTo(Conflict.FOREIGN);
    assertThat(fields).containsExactlyInAnyOrderEntriesOf(Map.of("Vary", List.of("Origin")));
  }

  @Test
  void what_only_looks_like_them_stays() {
    fields.add("Access-Control-Request-Method", "PUT");
    fields.add("Access-Control-Allow-Originality", "x");
    assertThat(replace(ResponseHeaders.nothing(Vary.NOTHING))).isEqualTo(Conflict.NONE);
    assertThat(fields)
        .containsOnlyKeys("Access-Control-Request-Method", "Access-Control-Allow-Originality");
  }

  @Test
  void vary_keeps_what_it_has_over_several_lines() {
    fields.add("Vary", "Accept");
    fields.add("Vary", "accept-encoding");
    replace(GRANT);
    assertThat(fields.get("Vary")).containsExactly("Accept, accept-encoding, Origin");
  }

  @Test
  void a_response_that_varies_by_nothing_keeps_its_vary_untouched() {
    fields.add("Vary", "Accept");
    replace(ResponseHeaders.nothing(Vary.NOTHING));
    assertThat(fields.get("Vary")).containsExactly("Accept");
  }

  @Test
  void doing_it_twice_leaves_one_value() {
    replace(GRANT);
    MultivaluedMap<String, Object> once = new MultivaluedHashMap<>(fields);
    replace(GRANT);
    assertThat(fields).isEqualTo(once);
  }

  private Conflict replace(ResponseHeaders headers) {
    return replace(fields, headers);
  }

  private static Conflict replace(MultivaluedMap<String, Object> fields, ResponseHeaders headers) {
    return new HeaderFields(new WriterGuard())
        .replace(
            Fakes.request("GET", "https://api.example.com/"), Fakes.response(200, fields), headers);
  }

  private Conflict vary(Vary vary) {
    return new HeaderFields(new WriterGuard())
        .vary(Fakes.request("GET", "https://api.example.com/"), Fakes.response(200, fields), vary);
  }

  @Test
  void what_was_put_for_another_request_is_taken_back() {
    fields.add("ETag", "\"1\"");
    fields.add("Vary", "Accept");
    MultivaluedMap<String, Object> written = new MultivaluedHashMap<>(fields);
    replace(GRANT);

    assertThat(vary(Vary.NOTHING)).isEqualTo(Conflict.SHARED);
    assertThat(fields).isEqualTo(written);
    assertThat(vary(Vary.NOTHING)).isEqualTo(Conflict.NONE);
  }

  @Test
  void what_was_put_for_another_request_is_replaced() {
    fields.add("Vary", "Accept");
    replace(GRANT);

    assertThat(replace(ResponseHeaders.nothing(Vary.PREFLIGHT))).isEqualTo(Conflict.SHARED);
    assertThat(fields)
        .containsExactlyEntriesOf(
            Map.of(
                "Vary",
                List.of(
                    "Accept, Origin, Access-Control-Request-Method,"
                        + " Access-Control-Request-Headers")));
  }

  @Test
  void vary_alone_leaves_the_fields_of_others() {
    fields.add("Access-Control-Allow-Origin", "*");

    assertThat(vary(Vary.ORIGIN)).isEqualTo(Conflict.NONE);
    assertThat(fields)
        .containsEntry("Access-Control-Allow-Origin", List.of("*"))
        .containsEntry("Vary", List.of("Origin"));
  }
}
