package dev.jaxrscors.internal.filter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.internal.filter.HeaderEdit.Foreign;
import dev.jaxrscors.internal.protocol.ResponseHeaders;
import dev.jaxrscors.internal.protocol.Vary;
import dev.jaxrscors.wire.CapturedLog;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Configuration;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The very last step before an entity is written, after the interceptors of the application. */
class WriterGuardTest {

  private static final String ALLOW = "Access-Control-Allow-Origin";
  private static final ResponseHeaders REFUSAL = ResponseHeaders.nothing(Vary.ORIGIN);
  private static final Map.Entry<String, List<Object>> OPEN = Map.entry(ALLOW, List.of("*"));
  private static final Map.Entry<String, List<Object>> VARY = Map.entry("Vary", List.of("Origin"));

  static final class Writing implements WriterInterceptor {
    @Override
    public void aroundWriteTo(WriterInterceptorContext context) throws IOException {
      context.proceed();
    }
  }

  @AutoClose private final CapturedLog log = CapturedLog.open();
  private final WriterGuard guard = new WriterGuard();
  private final MultivaluedMap<String, Object> fields = new MultivaluedHashMap<>();
  private final List<Object> registered = new ArrayList<>();
  private final List<String> written = new ArrayList<>();

  private void write(@Nullable Object sent) throws IOException {
    guard.aroundWriteTo(
        Fakes.fake(
            WriterInterceptorContext.class,
            Map.of(
                "getProperty", arguments -> arguments[0].equals(SentFields.PROPERTY) ? sent : null,
                "getHeaders", arguments -> fields,
                "proceed", arguments -> written.add("entity"))));
    assertThat(written).isNotEmpty();
  }

  private static SentFields sent(ResponseHeaders headers, Foreign foreign, SentFields.Place place) {
    return new SentFields(new HeaderEdit(headers, foreign), place);
  }

  @Test
  void what_interceptors_have_done_is_put_right_and_said_once() throws IOException {
    HeaderEdit.putFirst(fields, REFUSAL, Foreign.REPLACED);
    for (int i = 0; i < 2; i++) {
      fields.putSingle(ALLOW, "*");
      write(sent(REFUSAL, Foreign.REPLACED, SentFields.Place.IN_PLACE));
      assertThat(fields).containsOnly(VARY);
    }
    assertThat(written).hasSize(2);
    assertThat(log.warnings())
        .singleElement()
        .asString()
        .contains("a WriterInterceptor of the application sets Access-Control-*");
  }

  @Test
  void what_is_sent_beside_the_fields_of_the_exchange_is_hidden() throws IOException {
    fields.putSingle(ALLOW, "*");
    write(sent(REFUSAL, Foreign.REPLACED, SentFields.Place.APART));
    assertThat(fields).containsOnly(Map.entry(ALLOW, List.of()));
    assertThat(log.warnings()).hasSize(1);
  }

  @Test
  void what_is_not_sent_at_all_is_left_alone() throws IOException {
    fields.putSingle(ALLOW, "*");
    write(sent(REFUSAL, Foreign.REPLACED, SentFields.Place.OVER));
    assertThat(fields).containsOnly(OPEN);
    assertThat(log.warnings()).isEmpty();
  }

  @Test
  void where_nobody_governs_what_interceptors_do_is_the_applications() throws IOException {
    fields.putSingle(ALLOW, "*");
    for (SentFields.Place place : SentFields.Place.values()) {
      write(sent(REFUSAL, Foreign.KEPT, place));
    }
    write(null);
    assertThat(fields).containsOnly(OPEN);
    assertThat(written).hasSize(4);
    assertThat(log.warnings()).isEmpty();
  }

  @Test
  void what_stays_as_it_was_put_is_no_warning() throws IOException {
    HeaderEdit.putFirst(fields, REFUSAL, Foreign.REPLACED);
    write(sent(REFUSAL, Foreign.REPLACED, SentFields.Place.IN_PLACE));
    assertThat(fields).containsOnly(VARY);
    assertThat(log.warnings()).isEmpty();
  }

  private FeatureContext context(Set<Class<?>> classes, Set<Object> instances) {
    Configuration configuration =
        Fakes.fake(
            Configuration.class,
            Map.of("getClasses", arguments -> classes, "getInstances", arguments -> instances));
    return Fakes.fake(
        FeatureContext.class,
        Map.of(
            "getConfiguration", arguments -> configuration,
            "register", arguments -> register(arguments[0])));
  }

  private @Nullable Object register(Object component) {
    registered.add(component);
    return null;
  }

  @Test
  void it_is_registered_where_the_application_has_an_interceptor() {
    FeatureContext none = context(Set.of(), Set.of());
    guard.registerBeside(List.of(Writing.class), none);
    assertThat(registered).containsExactly(guard);
    assertThat(guard.isRegistered()).isTrue();
  }

  @Test
  void once_for_all_it_is_not_registered_for_a_method_again() {
    FeatureContext one = context(Set.of(Writing.class), Set.of());
    guard.registerBeside(List.of(Writing.class), one);
    guard.registerWhereNeeded(one);
    assertThat(registered).hasSize(1);
  }

  @Test
  void where_there_is_none_it_is_registered_nowhere() {
    FeatureContext none = context(Set.of(String.class), Set.of("an instance"));
    guard.registerWhereNeeded(none);
    guard.registerBeside(List.of(String.class), none);
    guard.registerWhereNeeded(none);
    assertThat(registered).isEmpty();
    assertThat(guard.isRegistered()).isFalse();
  }

  @Test
  void an_instance_that_has_become_known_since_is_one_too() {
    FeatureContext one = context(Set.of(), Set.of(new Writing()));
    guard.registerBeside(List.of(), one);
    assertThat(registered).isEmpty();
    guard.registerWhereNeeded(one);
    assertThat(registered).containsExactly(guard);
    assertThat(guard.isRegistered()).isTrue();
  }

  /**
   * What was put on a response is told to this step where it may come to it, and else to nobody.
   */
  @Test
  void what_was_sent_is_kept_where_there_is_an_interceptor() {
    ContainerRequestContext plain = Fakes.request("GET", "https://api.example.com/");
    HeaderFields putting = new HeaderFields(guard);
    putting.replace(plain, Fakes.response(200, fields), REFUSAL);
    assertThat(plain.getProperty(SentFields.PROPERTY)).isNull();

    guard.registerBeside(List.of(Writing.class), context(Set.of(), Set.of()));
    ContainerRequestContext guarded = Fakes.request("GET", "https://api.example.com/");
    putting.replace(guarded, Fakes.response(200, new MultivaluedHashMap<>()), REFUSAL);
    assertThat(guarded.getProperty(SentFields.PROPERTY))
        .isEqualTo(sent(REFUSAL, Foreign.REPLACED, SentFields.Place.IN_PLACE));
  }
}
