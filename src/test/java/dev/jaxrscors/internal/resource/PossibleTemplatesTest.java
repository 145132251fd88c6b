package dev.jaxrscors.internal.resource;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which template a request was matched with, where the runtime does not tell. */
class PossibleTemplatesTest {

  @Path("orders")
  static class Orders {
    @GET
    @Path("{id}")
    public void get() {}

    @Path("{id: .+}/lines")
    public Lines lines() {
      return new Lines();
    }

    @Path("drafts/{draft}")
    public Lines unfinished() {
      return new Lines();
    }

    @Path("{id}/customer")
    public Customer customer() {
      return new Customer();
    }
  }

  static class Lines {
    @GET
    @Path("{no}")
    public void get() {}

    @Path("{no}/notes")
    public Notes notes() {
      return new Notes();
    }
  }

  static class Notes {
    @GET
    public void list() {}
  }

  /** A root of its own, too. */
  @Path("customers")
  static class Customer {
    @GET
    @Path("name")
    public void name() {}
  }

  /** Its locators cross over: each one doubles the combinations. */
  static class Maze {
    @Path("left")
    public Maze left() {
      return this;
    }

    @Path("right")
    public Maze right() {
      return this;
    }
  }

  @Test
  void a_path_is_matched_by_the_template_of_its_method() {
    PossibleTemplates templates = of("/orders/{id}", Orders.class);
    assertThat(templates.matching("/orders/1")).contains("/orders/{id}");
    assertThat(templates.matching("/orders/1/")).contains("/orders/{id}");
    assertThat(templates.matching("/orders")).isEmpty();
    assertThat(templates.matching("/invoices/1")).isEmpty();
  }

  @Test
  void what_the_application_is_deployed_under_stays_in_front() {
    assertThat(of("/orders/{id}", Orders.class).matching("/shop/v1/orders/1"))
        .contains("/shop/v1/orders/{id}");
  }

  @Test
  void each_locator_that_leads_there_is_tried() {
    PossibleTemplates templates = of("/{no}", Lines.class, Orders.class);
    assertThat(templates.matching("/orders/drafts/7/1")).contains("/orders/drafts/{draft}/{no}");
    assertThat(templates.matching("/orders/5/lines/1")).contains("/orders/{id: .+}/lines/{no}");
  }

  @Test
  void more_literal_characters_go_first() {
    assertThat(of("/{no}", Lines.class, Orders.class).matching("/orders/drafts/lines/1"))
        .contains("/orders/drafts/{draft}/{no}");
  }

  @Test
  void a_template_that_matches_as_it_is_goes_before_any_behind_a_prefix() {
    PossibleTemplates templates = of("/{no}", Lines.class, Orders.class);
    assertThat(templates.matching("/orders/5/orders/drafts/lines/1"))
        .contains("/orders/{id: .+}/lines/{no}");
    assertThat(templates.matching("/shop/orders/drafts/lines/1"))
        .contains("/shop/orders/drafts/{draft}/{no}");
  }

  @Test
  void the_templates_of_locators_are_joined_from_the_root_down() {
    assertThat(of("/", Notes.class, Lines.class, Orders.class).matching("/orders/1/lines/2/notes"))
        .contains("/orders/{id: .+}/lines/{no}/notes");
  }

  @Test
  void below_a_locator_the_path_of_the_class_itself_does_not_count() {
    PossibleTemplates templates = of("/customers/name", Customer.class, Orders.class);
    assertThat(templates.matching("/orders/1/customer/name"))
        .contains("/orders/{id}/customer/name");
    assertThat(of("/customers/name", Customer.class).matching("/customers/name"))
        .contains("/customers/name");
  }

  @Test
  void a_template_that_cannot_be_read_matches_nothing() {
    assertThat(of("/orders/{id", Orders.class).matching("/orders/1")).isEmpty();
  }

  @Test
  void a_maze_of_locators_is_given_up_at_a_hundred_templates() {
    Class<?>[] eight = {
      Maze.class, Maze.class, Maze.class, Maze.class, Maze.class, Maze.class, Maze.class, Maze.class
    };
    assertThat(of("/", eight).specificFirst()).hasSize(100).doesNotHaveDuplicates();
  }

  private static PossibleTemplates of(String template, Class<?>... chain) {
    return PossibleTemplates.of(List.of(chain), template, ResourceShape::of);
  }
}
