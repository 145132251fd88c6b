package dev.jaxrscors.internal.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.Danger;
import dev.jaxrscors.fetch.HeaderName;
import dev.jaxrscors.policy.InvalidPolicyException.Mistake;
import dev.jaxrscors.policy.Member;
import dev.jaxrscors.policy.PolicyProblem;
import dev.jaxrscors.policy.ProblemKind;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** What a resource class is by itself. */
class ResourceShapeTest {

  @Path("orders")
  @CorsPolicy(origins = "https://app.example.com")
  static class Orders {

    @HeaderParam("X-Tenant")
    String tenant;

    @GET
    @CorsPolicy(maxAge = 5)
    public void list(@HeaderParam("X-Page") String page) {}

    @Path("lines")
    public Lines lines(@HeaderParam("X-Lines") String value) {
      return new Lines();
    }

    @Path("more")
    public MoreLines more(@HeaderParam("X-More") String value) {
      return new MoreLines();
    }

    @Path("notes")
    public Notes notes(@HeaderParam("X-Notes") String value) {
      return new Notes();
    }
  }

  static class Lines {
    @PUT
    public void put() {}
  }

  static class MoreLines extends Lines {}

  static class Notes {}

  private final ResourceShape orders = ResourceShape.of(Orders.class);

  @Test
  void a_method_has_its_own_levels_then_those_of_the_class() {
    assertThat(orders.on(list()).levels().nearestFirst())
        .extracting(level -> level.declaration().place())
        .containsExactly("Orders.list", "Orders");
  }

  @Test
  void levels_that_are_added_later_are_not_added_here() {
    LevelWalk levels = orders.levels(list());
    levels.addClass(Orders.class);
    levels.mistakes().add(new Mistake("Orders", ProblemKind.NO_RESOURCE_METHOD.of()));
    assertThat(levels.nearestFirst()).hasSize(3);
    assertThat(orders.levels(list()).nearestFirst()).hasSize(2);
    assertThat(orders.levels(list()).mistakes()).isEmpty();
  }

  @Test
  void a_method_of_another_class_is_refused_by_its_place() {
    ResourceMethod other = ResourceShape.of(Lines.class).methods().all().get(0);
    assertThatThrownBy(() -> orders.on(other))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Lines.put");
  }

  @Test
  void headers_are_read_on_the_way_by_the_members_and_the_locators_that_lead_there() {
    assertThat(names(orders.readOnTheWayTo(Notes.class))).containsExactly("X-Tenant", "X-Notes");
    assertThat(names(orders.readOnTheWayTo(MoreLines.class)))
        .containsExactly("X-Tenant", "X-Lines", "X-More");
    assertThat(names(orders.readOnTheWayTo(Lines.class))).containsExactly("X-Tenant", "X-Lines");
  }

  @Test
  void where_no_locator_is_known_to_lead_each_may() {
    assertThat(orders.locatorsTo(String.class)).isEqualTo(orders.methods().locators()).hasSize(3);
  }

  interface Leading<T> {
    @Path("typed")
    T typed();
  }

  abstract static class Doubtful implements Leading<Notes> {
    @Path("anything")
    public Object anything() {
      return this;
    }

    @Path("a-class")
    public Class<?> aClass() {
      return Lines.class;
    }

    @Path("later")
    public CompletionStage<Lines> later() {
      return CompletableFuture.completedFuture(new Lines());
    }

    @Path("elsewhere")
    public String elsewhere() {
      return "";
    }
  }

  @Test
  void when_in_doubt_a_locator_leads_there() {
    ResourceShape doubtful = ResourceShape.of(Doubtful.class);
    assertThat(doubtful.locatorsTo(Lines.class))
        .extracting(Method::getName)
        .containsExactly("aClass", "anything", "later");
    assertThat(doubtful.locatorsTo(Notes.class))
        .extracting(Method::getName)
        .containsExactly("aClass", "anything", "later", "typed");
  }

  @CorsPolicy(maxAge = 5, dangerously = Danger.INSECURE_ORIGINS)
  static class Base {}

  @CorsPolicy(methods = "GET")
  static class Narrow extends Base {
    @PUT
    @CorsPolicy(methods = "GET")
    public void put() {}

    @CorsPolicy(maxAge = 7)
    public void helper() {}
  }

  @CorsPolicy("named")
  static class Named {}

  @Test
  void what_it_settles_is_settled_by_what_it_inherits_too_and_by_a_name_altogether() {
    assertThat(ResourceShape.of(Narrow.class).settled())
        .containsExactlyInAnyOrder(Member.METHODS, Member.MAX_AGE, Member.DANGEROUSLY);
    assertThat(orders.settled()).containsExactly(Member.ORIGINS);
    assertThat(ResourceShape.of(Named.class).settled()).containsExactlyInAnyOrder(Member.values());
  }

  @Test
  void what_is_wrong_whatever_other_levels_say_is_known_by_itself() {
    ResourceShape narrow = ResourceShape.of(Narrow.class);
    assertThat(narrow.on(narrow.methods().all().get(0)).mistakes())
        .containsExactly(
            new Mistake("Narrow.put", PolicyProblem.ownVerbMissing("PUT", List.of("GET"))));
    assertThat(narrow.strayAnnotations())
        .containsExactly(new Mistake("Narrow.helper", ProblemKind.NO_RESOURCE_METHOD.of()));
  }

  private ResourceMethod list() {
    return orders.methods().all().get(0);
  }

  private static List<String> names(Set<HeaderName> headers) {
    return headers.stream().map(HeaderName::name).toList();
  }
}
