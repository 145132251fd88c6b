package dev.jaxrscors.internal.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.policy.Kinds;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Application;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.glassfish.jersey.server.wadl.internal.WadlResource;
import org.junit.jupiter.api.Test;

/** An application that is looked at, and not served: mistakes or not. */
class SurveyTest {

  private static final String SITE = "https://app.example.com";

  @Path("orders")
  @CorsPolicy(origins = SITE)
  static class Orders {
    @PUT
    @Path("{id}")
    public void replace(@HeaderParam("X-Key") String key) {}

    @GET
    @Path("{key}")
    public void read() {}

    @GET
    public void list() {}

    @DELETE
    @Path("{id}")
    @CorsPolicy(origins = CorsPolicy.NONE)
    public void delete() {}
  }

  @Path("accounts")
  @CorsPolicy(origins = "${survey.origins}")
  static class Accounts {
    @GET
    public void get() {}
  }

  @Path("shelves/")
  @CorsPolicy(origins = SITE)
  static class Shelves {
    @Path("{shelf}/items")
    public Items items(@HeaderParam("X-Shelf") String shelf) {
      return new Items();
    }

    @Path("any")
    public Object any() {
      return this;
    }

    @Path("typed")
    public Class<Items> typed() {
      return Items.class;
    }

    @Path("open")
    public Listed open() {
      return new Items();
    }

    @Path("self")
    public Shelves self() {
      return this;
    }
  }

  interface Listed {
    @GET
    void get();
  }

  @Path("counts-on-a-root-alone")
  static class Items implements Listed {
    @Override
    public void get() {}

    @Path("parts")
    public Part parts() {
      return new Part();
    }
  }

  static class Part {
    @GET
    @Path("{part}")
    public void get() {}
  }

  static class Level8 {
    @GET
    public void get() {}

    @Path("9")
    public Part next() {
      return new Part();
    }
  }

  static class Level7 {
    @Path("8")
    public Level8 next() {
      return new Level8();
    }
  }

  static class Level6 {
    @Path("7")
    public Level7 next() {
      return new Level7();
    }
  }

  static class Level5 {
    @Path("6")
    public Level6 next() {
      return new Level6();
    }
  }

  static class Level4 {
    @Path("5")
    public Level5 next() {
      return new Level5();
    }
  }

  static class Level3 {
    @Path("4")
    public Level4 next() {
      return new Level4();
    }
  }

  static class Level2 {
    @Path("3")
    public Level3 next() {
      return new Level3();
    }
  }

  @Path("1")
  static class Level1 {
    @Path("2")
    public Level2 next() {
      return new Level2();
    }
  }

  @CorsPolicy(origins = "https://shop.example")
  static class Shop extends Application {}

  private static Survey survey(Map<String, Object> properties, Class<?>... components) {
    return Survey.of(Setup.EMPTY, Optional.empty(), List.of(components), properties);
  }

  private static SurveyedHost only(Class<?>... components) {
    Survey survey = survey(Map.of(), components);
    assertThat(survey.mistakes()).isEmpty();
    assertThat(survey.hosts()).hasSize(1);
    return survey.hosts().get(0);
  }

  private static List<String> methods(SurveyedHost host) {
    return host.methods().stream().map(m -> m.method().verb() + " " + m.path()).toList();
  }

  @Test
  void its_methods_are_sorted_by_path_and_verb() {
    SurveyedHost host = only(Shelves.class, Orders.class, Orders.class, Items.class);
    assertThat(methods(host))
        .containsExactly(
            "GET /counts-on-a-root-alone",
            "GET /counts-on-a-root-alone/parts/{part}",
            "GET /orders",
            "PUT /orders/{id}",
            "DELETE /orders/{id}",
            "GET /orders/{key}",
            "GET /shelves/{shelf}/items",
            "GET /shelves/{shelf}/items/parts/{part}");
    assertThat(host.methods())
        .extracting(SurveyedMethod::rootPath)
        .endsWith("/orders", "/orders", "/orders", "/orders", "/shelves", "/shelves");
    assertThat(host.names()).isEmpty();
  }

  @Path("report")
  @CorsPolicy(origins = SITE)
  static class Report {
    @GET
    @Path("lines")
    public void lines() {}

    @Path("lines")
    public Line line() {
      return new Line();
    }
  }

  static class Line {
    @GET
    public void get() {}
  }

  @Test
  void those_of_one_path_and_verb_are_sorted_by_place() {
    assertThat(only(Report.class).methods())
        .map(m -> m.method().place())
        .containsExactly("Line.get", "Report.lines");
  }

  @Test
  void a_path_on_a_class_that_a_locator_alone_leads_to_does_not_count() {
    assertThat(methods(only(Shelves.class)))
        .containsExactly("GET /shelves/{shelf}/items", "GET /shelves/{shelf}/items/parts/{part}");
  }

  @Test
  void each_tells_what_itself_declares() {
    assertThat(only(Orders.class).methods())
        .filteredOn(m -> m.method().verb().name().equals("PUT"))
        .singleElement()
        .satisfies(m -> assertThat(m.read()).containsExactlyInAnyOrder("content-type", "x-key"));
  }

  @Test
  void those_who_have_one_judge_on_one_path_share_it() {
    List<SurveyedMethod> methods = only(Locked.class, Orders.class).methods();
    SurveyedMethod get = methods.get(0);
    assertThat(get.sharing(methods))
        .map(m -> m.method().place())
        .containsExactly("Locked.get", "Locked.put");
    assertThat(methods.get(2).sharing(methods))
        .map(m -> m.method().place())
        .containsExactly("Locked.delete");
  }

  @Path("locked")
  @CorsPolicy(origins = SITE)
  static class Locked {
    @GET
    public void get() {}

    @PUT
    public void put() {}

    @DELETE
    @CorsPolicy(origins = CorsPolicy.NONE)
    public void delete() {}
  }

  @Test
  void a_locator_of_which_nobody_knows_where_it_leads_is_an_open_end() {
    assertThat(only(Shelves.class).openEnds())
        .isEqualTo(
            Map.of(
                "/shelves/any", "Shelves.any",
                "/shelves/typed", "Shelves.typed",
                "/shelves/open", "Shelves.open",
                "/shelves/self", "Shelves.self"));
  }

  @Test
  void ways_of_eight_classes_are_followed() {
    SurveyedHost host = only(Level1.class);
    assertThat(methods(host)).containsExactly("GET /1/2/3/4/5/6/7/8");
    assertThat(host.openEnds()).isEqualTo(Map.of("/1/2/3/4/5/6/7/8/9", "Level8.next"));
  }

  @Test
  void what_the_runtime_brings_is_not_of_the_application() {
    assertThat(methods(only(WadlResource.class, Orders.class))).allMatch(m -> m.contains("orders"));
  }

  @Test
  void an_application_with_mistakes_is_looked_at_all_the_same() {
    Survey survey = survey(Map.of(), Orders.class, Accounts.class);
    assertThat(survey.mistakes())
        .map(Kinds::of)
        .containsExactly("Accounts, origins: UNRESOLVED_PLACEHOLDER ${survey.origins}");
    assertThat(survey.hosts()).hasSize(1);
    assertThat(survey.hosts().get(0).methods())
        .filteredOn(m -> m.applied() instanceof AppliedPolicy.Broken)
        .extracting(SurveyedMethod::path)
        .containsExactly("/accounts");
  }

  @Test
  void configuration_that_cannot_be_read_leaves_nothing_to_look_at() {
    Survey survey = survey(Map.of("cors.production", "perhaps"), Orders.class);
    assertThat(survey.mistakes()).hasSize(1);
    assertThat(survey.hosts()).isEmpty();
  }

  private static Map<String, Object> hosts(String origins) {
    return new HashMap<>(
        Map.of(
            "survey.origins", SITE,
            "cors.hosts", "pay,auth",
            "cors.host.pay.name", "pay.example, payments.example",
            "cors.host.pay.default.origins", origins,
            "cors.host.auth.name", "auth.example"));
  }

  @Test
  void each_host_is_looked_at_once_after_all_others() {
    Survey survey = survey(hosts("https://pay-pages.example"), Orders.class, Accounts.class);
    assertThat(survey.mistakes()).isEmpty();
    assertThat(survey.hosts())
        .extracting(SurveyedHost::names)
        .containsExactly(
            List.of(), List.of("auth.example"), List.of("pay.example", "payments.example"));
  }

  @Test
  void so_it_is_with_mistakes_on_one_of_them() {
    Survey survey = survey(hosts("nonsense"), Orders.class, Accounts.class);
    assertThat(survey.mistakes())
        .map(Kinds::of)
        .containsExactly(
            "cors.host.pay.default.origins in application properties, origins:"
                + " INVALID_VALUE nonsense");
    assertThat(survey.hosts())
        .extracting(SurveyedHost::names)
        .containsExactly(List.of(), List.of("auth.example"));
  }

  @Test
  void an_application_that_is_off_has_methods_without_policies() {
    Survey survey = survey(Map.of("cors.enabled", "false"), Orders.class);
    SurveyedHost host = survey.hosts().get(0);
    assertThat(host.methods())
        .hasSize(4)
        .allMatch(m -> m.applied() == AppliedPolicy.Ungoverned.OFF);
    assertThat(host.hints()).isEmpty();
    assertThat(host.setup().isOff()).isTrue();
    assertThat(host.forUnmatched()).isEqualTo(AppliedPolicy.Ungoverned.UNMATCHED);
  }

  @Test
  void the_application_tells_who_reads_errors_of_no_resource() {
    Survey survey =
        Survey.of(Setup.EMPTY, Optional.of(Shop.class), List.of(Orders.class), Map.of());
    assertThat(survey.hosts().get(0).forUnmatched().policy()).isNotNull();
  }

  @Test
  void a_source_is_called_what_messages_call_it() {
    assertThat(SurveyedHost.named((origin, target) -> true))
        .isEqualTo("the origin rule in SurveyTest");
  }

  @Test
  void what_is_probably_not_meant_is_told_with_its_place() {
    assertThat(only(Orders.class, Exposing.class).hints())
        .extracting(SurveyedHost.SurveyedHint::place)
        .contains("Exposing");
    assertThat(Set.copyOf(only(Exposing.class).hints()))
        .anyMatch(hint -> hint.text().contains("\"Content-Type\" is superfluous"));
  }

  @Path("exposing")
  @CorsPolicy(origins = SITE, exposedHeaders = "Content-Type")
  static class Exposing {
    @GET
    public void get() {}
  }
}
