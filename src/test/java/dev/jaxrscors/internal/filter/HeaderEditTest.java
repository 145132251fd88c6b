package dev.jaxrscors.internal.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jaxrscors.internal.filter.HeaderEdit.Foreign;
import dev.jaxrscors.internal.filter.HeaderFields.Conflict;
import dev.jaxrscors.internal.protocol.ResponseHeaders;
import dev.jaxrscors.internal.protocol.Vary;
import jakarta.ws.rs.core.AbstractMultivaluedMap;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ConcurrentModificationException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What becomes of the map of a {@code Response} that others edit, send again, or share. */
class HeaderEditTest {

  private static final String ALLOW = "Access-Control-Allow-Origin";
  private static final String APP = "https://a.example";
  private static final ResponseHeaders GRANT =
      new ResponseHeaders(APP, "true", "", "", "", "", Vary.ORIGIN);
  private static final ResponseHeaders REFUSAL = ResponseHeaders.nothing(Vary.ORIGIN);
  private static final ResponseHeaders NOTHING = ResponseHeaders.nothing(Vary.NOTHING);
  private static final Map<String, List<Object>> GRANTED =
      Map.of(
          ALLOW,
          List.of(APP),
          "Access-Control-Allow-Credentials",
          List.of("true"),
          "Vary",
          List.of("Origin"));

  private final MultivaluedMap<String, Object> fields = caseless();

  private static MultivaluedMap<String, Object> caseless() {
    return new AbstractMultivaluedMap<>(new TreeMap<>(String.CASE_INSENSITIVE_ORDER)) {};
  }

  private static HeaderEdit edit(ResponseHeaders headers) {
    return new HeaderEdit(headers, Foreign.REPLACED);
  }

  /** Each exchange has fields of its own, to which the runtime adds those of the response. */
  @Nested
  class Apart {

    private MultivaluedMap<String, Object> apart = caseless();

    private Conflict put(ResponseHeaders headers, Foreign foreign) {
      apart = caseless();
      return new HeaderEdit(headers, foreign).putApart(fields, apart);
    }

    private Conflict put(ResponseHeaders headers) {
      return put(headers, Foreign.REPLACED);
    }

    /** As RESTEasy does it: what the response has, even no value, goes before what is apart. */
    private Map<String, List<Object>> sent() {
      Map<String, List<Object>> sent = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
      sent.putAll(apart);
      sent.putAll(fields);
      sent.values().removeIf(List::isEmpty);
      return sent;
    }

    @Test
    void the_response_is_left_alone() {
      fields.add("ETag", "\"1\"");
      assertThat(put(GRANT)).isEqualTo(Conflict.NONE);
      assertThat(fields).containsOnly(Map.entry("ETag", List.of("\"1\"")));
      assertThat(apart).containsExactlyInAnyOrderEntriesOf(GRANTED);
    }

    @Test
    void vary_goes_where_it_is_sent_from() {
      fields.add("Vary", "Accept");
      assertThat(put(GRANT)).isEqualTo(Conflict.NONE);
      assertThat(sent()).containsEntry("Vary", List.of("Accept, Origin")).hasSize(3);
      assertThat(put(NOTHING)).isEqualTo(Conflict.SHARED);
      assertThat(sent()).containsOnly(Map.entry("Vary", List.of("Accept")));
    }

    @Test
    void fields_of_another_layer_are_not_sent() {
      fields.add("access-control-allow-origin", "*");
      fields.add("ETag", "\"1\"");
      assertThat(put(REFUSAL)).isEqualTo(Conflict.FOREIGN);
      assertThat(sent())
          .containsOnly(Map.entry("ETag", List.of("\"1\"")), Map.entry("Vary", List.of("Origin")));
    }

    @Test
    void a_response_that_is_sent_again_hides_them_each_time() {
      fields.add(ALLOW, "*");
      assertThat(put(GRANT)).isEqualTo(Conflict.FOREIGN);
      for (int i = 0; i < 3; i++) {
        assertThat(put(REFUSAL)).isEqualTo(Conflict.SHARED);
        assertThat(sent()).containsOnly(Map.entry("Vary", List.of("Origin")));
      }
    }

    @Test
    void where_nobody_governs_they_are_sent_again() {
      fields.add(ALLOW, "*");
      put(REFUSAL);
      assertThat(put(NOTHING, Foreign.KEPT)).isEqualTo(Conflict.SHARED);
      assertThat(sent()).containsOnly(Map.entry(ALLOW, List.of("*")));
      assertThat(put(NOTHING, Foreign.KEPT)).isEqualTo(Conflict.NONE);
      assertThat(sent()).containsOnly(Map.entry(ALLOW, List.of("*")));
    }

    @Test
    void what_an_interceptor_sets_after_that_is_hidden() {
      put(REFUSAL);
      fields.add(ALLOW, "*");
      fields.add("X-Count", 1);
      fields.add("Vary", "Accept");
      assertThat(edit(REFUSAL).hide(fields)).isEqualTo(Conflict.FOREIGN);
      assertThat(sent())
          .containsOnly(
              Map.entry("Vary", List.of("Accept, Origin")), Map.entry("X-Count", List.of(1)));
      assertThat(edit(REFUSAL).hide(fields)).isEqualTo(Conflict.NONE);
    }

    @Test
    void what_an_interceptor_adds_to_a_hidden_field_is_hidden_as_well() {
      fields.add(ALLOW, "https://other.example");
      put(REFUSAL);
      fields.add(ALLOW, "*");
      assertThat(edit(REFUSAL).hide(fields)).isEqualTo(Conflict.FOREIGN);
      assertThat(sent()).containsOnly(Map.entry("Vary", List.of("Origin")));
      put(NOTHING, Foreign.KEPT);
      assertThat(sent()).containsOnly(Map.entry(ALLOW, List.of("https://other.example")));
    }

    @Test
    void what_an_interceptor_leaves_alone_stays() {
      fields.add("Vary", "Accept");
      put(GRANT);
      List<Object> vary = fields.get("Vary");
      assertThat(edit(GRANT).hide(fields)).isEqualTo(Conflict.NONE);
      assertThat(fields.get("Vary")).isSameAs(vary);
    }
  }

  /** The map of the response is what is sent, and interceptors edit it after every filter. */
  @Nested
  class InPlace {

    @Test
    void what_an_interceptor_adds_removes_or_replaces_is_put_right() {
      HeaderEdit.putFirst(fields, GRANT, Foreign.REPLACED);
      fields.add(ALLOW, "*");
      fields.remove("Access-Control-Allow-Credentials");
      fields.putSingle("Access-Control-Expose-Headers", "*");
      fields.putSingle("X-Count", 1);
      assertThat(edit(GRANT).putRight(fields)).isEqualTo(Conflict.FOREIGN);
      assertThat(fields.remove("X-Count")).containsExactly(1);
      assertThat(fields).containsExactlyInAnyOrderEntriesOf(GRANTED);
    }

    @Test
    void a_field_that_is_missing_alone_is_put_back_and_is_no_fault_of_anybody() {
      HeaderEdit.putFirst(fields, GRANT, Foreign.REPLACED);
      fields.remove(ALLOW);
      assertThat(edit(GRANT).putRight(fields)).isEqualTo(Conflict.NONE);
      assertThat(fields).containsExactlyInAnyOrderEntriesOf(GRANTED);
    }

    @Test
    void what_is_as_it_was_put_stays() {
      HeaderEdit.putFirst(fields, GRANT, Foreign.REPLACED);
      Map<String, List<Object>> before = Map.copyOf(fields);
      assertThat(edit(GRANT).putRight(fields)).isEqualTo(Conflict.NONE);
      assertThat(fields)
          .allSatisfy((name, values) -> assertThat(values).isSameAs(before.get(name)));
    }

    @Test
    void what_is_put_right_is_known_as_own_and_taken_back_from_a_shared_response() {
      fields.add("Vary", "Accept");
      HeaderEdit.putFirst(fields, GRANT, Foreign.REPLACED);
      fields.putSingle(ALLOW, "*");
      fields.add("Vary", "Cookie");
      edit(GRANT).putRight(fields);
      assertThat(fields).containsEntry("Vary", List.of("Accept, Origin, Cookie"));
      assertThat(HeaderEdit.putFirst(fields, REFUSAL, Foreign.REPLACED)).isEqualTo(Conflict.SHARED);
      edit(REFUSAL).putAgain(fields);
      assertThat(fields).containsOnly(Map.entry("Vary", List.of("Accept, Origin")));
    }

    @Test
    void vary_is_not_put_right_where_the_response_is_the_same_for_all() {
      HeaderEdit.putFirst(fields, NOTHING, Foreign.REPLACED);
      fields.add("Vary", "Accept");
      edit(NOTHING).putRight(fields);
      assertThat(fields).containsOnly(Map.entry("Vary", List.of("Accept")));
    }
  }

  /** What is sent goes over the map of a response that other requests are answered with. */
  @Nested
  class Over {

    @Test
    void what_was_put_for_another_request_is_seen_through() {
      fields.add("ETag", "\"1\"");
      fields.add("Vary", "Accept");
      HeaderEdit.putFirst(fields, GRANT, Foreign.REPLACED);
      HeaderView sent = new HeaderView(fields, edit(REFUSAL));
      assertThat(sent)
          .containsOnly(
              Map.entry("ETag", List.of("\"1\"")), Map.entry("Vary", List.of("Accept, Origin")));
      assertThat(new HeaderView(fields, edit(GRANT)))
          .containsEntry(ALLOW, List.of(APP))
          .containsEntry("Access-Control-Allow-Credentials", List.of("true"))
          .hasSize(4);
    }

    @Test
    void what_others_have_set_is_replaced_where_a_policy_governs_and_stays_elsewhere() {
      fields.add(ALLOW, "*");
      assertThat(new HeaderView(fields, edit(NOTHING))).isEmpty();
      assertThat(new HeaderView(fields, new HeaderEdit(NOTHING, Foreign.KEPT)))
          .containsOnly(Map.entry(ALLOW, List.of("*")));
    }

    @Test
    void what_is_done_to_the_response_until_it_is_sent_is_seen() {
      HeaderView sent = new HeaderView(fields, edit(REFUSAL));
      fields.add("X-Late", "1");
      assertThat(sent.get("x-late")).containsExactly("1");
      assertThat(sent.containsKey("X-LATE")).isTrue();
      assertThat(sent.containsKey("X-Other")).isFalse();
      assertThat(sent.get("X-Other")).isNull();
      Object noName = 7;
      assertThat(sent.get(noName)).isNull();
    }

    @Test
    void what_the_runtime_puts_is_sent_and_does_not_reach_the_response() {
      HeaderView sent = new HeaderView(fields, edit(REFUSAL));
      assertThat(sent.put("Content-Length", List.of(3))).isNull();
      assertThat(sent.put("content-length", List.of(4))).containsExactly(3);
      assertThat(sent)
          .containsOnly(
              Map.entry("Content-Length", List.of(4)), Map.entry("Vary", List.of("Origin")));
      assertThat(fields).isEmpty();
    }

    @Test
    void what_another_thread_takes_away_meanwhile_is_not_sent() {
      MultivaluedMap<String, Object> shared =
          new MultivaluedHashMap<>() {
            private static final long serialVersionUID = 1;
            private boolean taken;

            @Override
            public void forEach(BiConsumer<? super String, ? super List<Object>> field) {
              if (!taken) {
                taken = true;
                field.accept("X-Taken", List.of(1));
                throw new ConcurrentModificationException();
              }
              super.forEach(field);
            }
          };
      assertThat(new HeaderView(shared, edit(NOTHING))).isEmpty();
    }

    @Test
    void what_the_runtime_does_to_a_value_does_not_reach_the_response() {
      fields.add("X-Count", 1);
      new HeaderView(fields, edit(REFUSAL)).get("X-Count").add(2);
      assertThat(fields.get("X-Count")).containsExactly(1);
    }
  }

  /** A map that another thread edits for so many attempts. */
  private static final class Restless extends MultivaluedHashMap<String, Object> {
    private static final long serialVersionUID = 1;

    private final int edits;
    private int attempts;

    Restless(int edits) {
      this.edits = edits;
      add("ETag", "\"1\"");
    }

    @Override
    public Set<String> keySet() {
      attempts++;
      if (attempts <= edits) {
        throw new ConcurrentModificationException();
      }
      return super.keySet();
    }
  }

  @Test
  void a_response_that_another_thread_edits_meanwhile_is_waited_for() {
    Restless shared = new Restless(999);
    assertThat(HeaderEdit.putFirst(shared, REFUSAL, Foreign.REPLACED)).isEqualTo(Conflict.NONE);
    assertThat(shared.attempts).isEqualTo(1_000);
    assertThat(shared).containsEntry("Vary", List.of("Origin"));
  }

  @Test
  void one_that_never_rests_fails_in_the_end() {
    Restless shared = new Restless(Integer.MAX_VALUE);
    assertThatThrownBy(() -> HeaderEdit.putFirst(shared, REFUSAL, Foreign.REPLACED))
        .isInstanceOf(ConcurrentModificationException.class);
    assertThat(shared.attempts).isEqualTo(1_000);
  }
}
