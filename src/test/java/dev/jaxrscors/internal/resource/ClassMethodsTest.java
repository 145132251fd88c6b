package dev.jaxrscors.internal.resource;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.internal.filter.Fakes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClassMethodsTest {

  @HttpMethod("PROPFIND")
  @Retention(RetentionPolicy.RUNTIME)
  @interface Propfind {}

  @HttpMethod("not a verb")
  @Retention(RetentionPolicy.RUNTIME)
  @interface IllFormed {}

  @Path("/orders")
  static class Orders {
    @GET
    public void list() {}

    @PUT
    @Path("{id}/")
    public void replace(@PathParam("id") String id) {}

    @Propfind
    @Path("{key: [a-z]+}")
    public void find() {}

    @Path("{id}/lines")
    public Lines lines() {
      return new Lines();
    }

    @IllFormed
    public void never() {}

    @DELETE
    void hidden() {}

    @DELETE
    public static void ofNobody() {}

    public void helper() {}
  }

  static class Lines {
    @GET
    public void list() {}
  }

  @Test
  void a_public_method_with_a_verb_is_one() {
    assertThat(shown(Orders.class))
        .containsExactlyInAnyOrder(
            "GET '' /orders Orders.list",
            "PUT '{}' /orders/{id} Orders.replace",
            "PROPFIND '{:[a-z]+}' /orders/{key: [a-z]+} Orders.find");
  }

  @Test
  void a_path_without_a_verb_is_a_locator() {
    assertThat(ClassMethods.of(Orders.class).locators())
        .containsExactly(Fakes.method(Orders.class, "lines"));
    assertThat(ClassMethods.of(Lines.class).locators()).isEmpty();
  }

  @Test
  void the_path_of_a_locator_is_below_that_of_its_class() {
    assertThat(ClassMethods.pathOfLocator(Orders.class, Fakes.method(Orders.class, "lines")))
        .isEqualTo("/orders/{id}/lines");
    assertThat(
            ClassMethods.pathOfLocator(Overriding.class, Fakes.method(Overriding.class, "lines")))
        .isEqualTo("/orders/{id}/lines");
  }

  static class Overriding extends Orders {
    @Override
    public Lines lines() {
      return new Lines();
    }
  }

  @Test
  void a_class_with_a_path_at_any_level_is_a_root() {
    assertThat(ClassMethods.isRoot(Orders.class)).isTrue();
    assertThat(ClassMethods.isRoot(Shop.class)).isTrue();
    assertThat(ClassMethods.isRoot(Lines.class)).isFalse();
  }

  @Test
  void their_order_is_the_same_every_time() {
    assertThat(ClassMethods.of(Orders.class).all()).isEqualTo(ClassMethods.of(Orders.class).all());
  }

  @Path("shop")
  interface Api<T> {
    @POST
    @Path("{id}")
    void add(@PathParam("id") T id);

    @GET
    void all();

    @DELETE
    default void clear() {}
  }

  static class Shop implements Api<String> {
    @Override
    public void add(String id) {}

    @PUT
    @Override
    public void all() {}
  }

  @Test
  void annotations_are_inherited_unless_the_overriding_method_has_some_of_its_own() {
    assertThat(shown(Shop.class))
        .containsExactlyInAnyOrder(
            "POST '{}' /shop/{id} Shop.add", "PUT '' /shop Shop.all", "DELETE '' /shop Shop.clear");
  }

  @Test
  void an_inherited_one_knows_the_method_that_carries_its_annotations() throws Exception {
    ResourceMethod add =
        ClassMethods.of(Shop.class).all().stream()
            .filter(m -> m.verb().name().equals("POST"))
            .findFirst()
            .orElseThrow();
    assertThat(add.method()).isEqualTo(Shop.class.getMethod("add", String.class));
    assertThat(add.annotated()).isEqualTo(Api.class.getMethod("add", Object.class));
  }

  static class Silenced extends Orders {
    @Produces("text/plain")
    @Override
    public void list() {}

    @Deprecated
    @Override
    public void replace(String id) {}
  }

  @Test
  void an_overriding_method_with_any_annotation_of_the_standard_inherits_none() {
    assertThat(shown(Silenced.class))
        .containsExactlyInAnyOrder(
            "PUT '{}' /orders/{id} Silenced.replace",
            "PROPFIND '{:[a-z]+}' /orders/{key: [a-z]+} Silenced.find");
  }

  private static List<String> shown(Class<?> type) {
    return ClassMethods.of(type).all().stream()
        .map(m -> m.verb() + " '" + m.path() + "' " + m.fullPath() + " " + m.place())
        .toList();
  }
}
