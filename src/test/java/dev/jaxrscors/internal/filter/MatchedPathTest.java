package dev.jaxrscors.internal.filter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.fetch.RequestMethod;
import dev.jaxrscors.internal.resource.ResourceShape;
import dev.jaxrscors.internal.runtime.JerseyMatch.Registered;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.glassfish.jersey.process.Inflector;
import org.glassfish.jersey.server.ExtendedUriInfo;
import org.glassfish.jersey.server.model.Resource;
import org.junit.jupiter.api.Test;

/** The verbs that code has registered on the path of a request, as Jersey tells them. */
class MatchedPathTest {

  static class Answering implements Inflector<ContainerRequestContext, String> {
    @Override
    public String apply(ContainerRequestContext request) {
      return "";
    }
  }

  static class Closed extends Answering {}

  private final MatchedPath matched = new MatchedPath(ResourceShape::of);
  private final Resource.Builder registered = Resource.builder("orders");

  private void register(Class<? extends Answering> handler, String... verbs) {
    for (String verb : verbs) {
      registered.addMethod(verb).handledBy(handler);
    }
  }

  private Stream<String> verbs(String sent, Predicate<Registered> same) {
    Resource resource = registered.build();
    ExtendedUriInfo uri =
        Fakes.fake(ExtendedUriInfo.class, Map.of("getMatchedModelResource", arguments -> resource));
    return matched.verbs(Fakes.request(sent, uri), same).stream().map(RequestMethod::name);
  }

  private Stream<String> verbs(String sent) {
    return verbs(sent, each -> true);
  }

  @Test
  void they_are_those_that_the_same_code_answers() {
    register(Answering.class, "PATCH", "POST");
    register(Closed.class, "DELETE");
    assertThat(verbs("PATCH", each -> each.type() == Answering.class))
        .containsExactly("POST", "PATCH");
  }

  @Test
  void the_verb_that_was_matched_is_one_in_whatever_case_it_was_sent() {
    register(Closed.class, "DELETE", "PUT");
    assertThat(verbs("put", each -> false)).containsExactly("PUT");
  }

  @Test
  void what_is_no_method_of_http_is_none() {
    register(Answering.class, "POST");
    assertThat(verbs("P(ST")).containsExactly("POST");
  }

  @Test
  void who_answers_get_answers_head_as_well() {
    register(Answering.class, "GET", "POST");
    assertThat(verbs("POST")).containsExactly("GET", "HEAD", "POST");
  }

  @Test
  void unless_other_code_answers_head() {
    register(Answering.class, "GET");
    register(Closed.class, "HEAD");
    assertThat(verbs("GET", each -> each.type() == Answering.class)).containsExactly("GET");
  }

  @Test
  void who_does_not_answer_get_does_not_answer_head() {
    register(Answering.class, "POST");
    assertThat(verbs("POST")).containsExactly("POST");
  }
}
