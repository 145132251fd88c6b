package dev.jaxrscors.internal.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.fetch.HeaderName;
import dev.jaxrscors.internal.resource.LevelWalk;
import dev.jaxrscors.internal.resource.ResourceShape;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Application;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the classes that led to a resource say of it, and what is read on the way. */
class SurroundingsTest {

  private static final String SITE = "https://app.example.com";

  @CorsPolicy(origins = SITE)
  static class Shop extends Application {}

  @CorsPolicy(maxAge = 5)
  static class Line {
    @HeaderParam("X-Line")
    @SuppressWarnings("unused")
    private String injected = "";

    @GET
    public String get() {
      return injected;
    }

    @Path("line")
    public Line line(@HeaderParam("X-Way") String way) {
      return this;
    }

    @Path("other")
    public Empty other(@HeaderParam("X-Other-Way") String way) {
      return new Empty();
    }
  }

  @CorsPolicy(maxAge = 7)
  static class SameMember {}

  static class Empty {}

  @CorsPolicy(origins = SITE)
  static class OtherMember {}

  private static Surroundings of(Class<?>... chain) {
    return Surroundings.of(List.of(chain), List.of(Shop.class), ResourceShape::of);
  }

  @Test
  void around_a_class_without_parents_is_its_application_alone() {
    assertThat(of(Line.class)).isEqualTo(new Surroundings(List.of(Shop.class), Set.of()));
  }

  @Test
  void only_a_parent_that_says_what_none_nearer_says_is_a_level() {
    assertThat(
            of(Empty.class, Line.class, SameMember.class, Empty.class, OtherMember.class).levels())
        .containsExactly(Line.class, OtherMember.class, Shop.class);
    assertThat(of(Line.class, Line.class).levels()).containsExactly(Shop.class);
  }

  @Test
  void what_is_injected_on_the_way_is_read_whoever_leads_there() {
    assertThat(of(Line.class, Line.class).read())
        .containsExactlyInAnyOrder(HeaderName.of("X-Line"), HeaderName.of("X-Way"));
    assertThat(of(Empty.class, Line.class).read())
        .containsExactlyInAnyOrder(HeaderName.of("X-Line"), HeaderName.of("X-Other-Way"));
    assertThat(of(Empty.class, Line.class).readAround(ResourceShape.of(Line.class)))
        .containsExactlyInAnyOrder(HeaderName.of("X-Line"), HeaderName.of("X-Other-Way"));
    assertThat(Surroundings.NOTHING.readAround(ResourceShape.of(Line.class)))
        .containsExactly(HeaderName.of("X-Line"));
  }

  @Test
  void its_levels_come_after_those_of_the_class() {
    LevelWalk levels =
        of(Line.class, OtherMember.class).around(new LevelWalk().addClass(Line.class));
    assertThat(levels.nearestFirst())
        .extracting(level -> level.declaration().place())
        .containsExactly("Line", "OtherMember", "Shop");
  }
}
