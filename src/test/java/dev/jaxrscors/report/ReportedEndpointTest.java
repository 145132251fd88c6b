package dev.jaxrscors.report;

import static dev.jaxrscors.report.ReportedShop.APP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.CorsPolicy;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An endpoint, and when two of them are told as one. */
class ReportedEndpointTest {

  /** Overloads: a place says no parameters. */
  @Path("one")
  public static class Bare {
    @GET
    public void go() {}

    @GET
    @Path("two")
    public void go(String body) {}

    @POST
    public void go(Integer body) {}

    @PUT
    public void other() {}

    @GET
    @Path("three")
    @CorsPolicy(origins = CorsPolicy.OFF)
    public void go(Float body) {}
  }

  @Path("one")
  public static class Other {
    @GET
    public void go() {}
  }

  @Path("one")
  @CorsPolicy(origins = APP, methods = "GET")
  public static class Governed {
    @GET
    public void go() {}

    @POST
    public void post() {}
  }

  private static List<ReportedEndpoint> endpoints(Class<?> type) {
    return CorsReport.of(ReportedShop.setup(), type).hosts().get(0).endpoints();
  }

  private static ReportedEndpoint endpoint(Class<?> type, String verb, String path) {
    return endpoints(type).stream()
        .filter(e -> e.verb().equals(verb) && e.path().equals(path))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void it_is_the_same_elsewhere_if_nothing_that_is_told_differs() {
    ReportedEndpoint get = endpoint(Bare.class, "GET", "/one");
    assertThat(get.isSameAs(endpoint(Bare.class, "GET", "/one"))).isTrue();
    assertThat(get.isSameAs(endpoint(Bare.class, "GET", "/one/two"))).as("path").isFalse();
    assertThat(get.isSameAs(endpoint(Bare.class, "POST", "/one"))).as("verb").isFalse();
    assertThat(get.isSameAs(endpoint(Other.class, "GET", "/one"))).as("place").isFalse();
    ReportedEndpoint off = endpoint(Bare.class, "GET", "/one/three");
    ReportedEndpoint on =
        new ReportedEndpoint(get.surveyed(), endpoint(Governed.class, "GET", "/one").policy());
    assertThat(get.isSameAs(on)).as("policy").isFalse();
    assertThat(get.isSameAs(off)).as("state").isFalse();
  }

  @Test
  void what_is_switched_off_is_not_what_has_no_policy() {
    assertThat(endpoint(Bare.class, "GET", "/one").state()).isEqualTo(EndpointState.UNGOVERNED);
    assertThat(endpoint(Bare.class, "GET", "/one/three").state()).isEqualTo(EndpointState.OFF);
    assertThat(endpoint(Governed.class, "GET", "/one").state()).isEqualTo(EndpointState.GOVERNED);
  }

  @Test
  void a_verb_that_the_policy_does_not_list_is_left_out() {
    assertThat(endpoint(Governed.class, "POST", "/one").isLeftOut()).isTrue();
    assertThat(endpoint(Governed.class, "GET", "/one").isLeftOut()).isFalse();
    assertThat(endpoint(Bare.class, "GET", "/one").isLeftOut()).isFalse();
  }

  @Test
  void without_a_policy_there_is_nothing_to_be_looked_at() {
    assertThat(endpoint(Bare.class, "GET", "/one").hazards()).isEmpty();
  }
}
