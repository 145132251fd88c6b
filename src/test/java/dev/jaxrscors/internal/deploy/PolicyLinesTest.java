package dev.jaxrscors.internal.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.Credentials;
import dev.jaxrscors.OriginSource;
import dev.jaxrscors.Refusal;
import dev.jaxrscors.Target;
import dev.jaxrscors.fetch.Origin;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The line on each policy in force: its place, every member, and where it applies. */
class PolicyLinesTest {

  private static final String SITE = "https://app.example.com";

  @Path("orders")
  @CorsPolicy(origins = SITE)
  static class Orders {
    @GET
    public void get() {}

    @PUT
    @Path("{id}")
    public void put() {}

    @DELETE
    @Path("{id}")
    public void delete() {}
  }

  @Path("many")
  @CorsPolicy(
      origins = {SITE, "https://*.example.org"},
      originSource = Nobody.class,
      methods = {"GET", "PUT"},
      allowedHeaders = {CorsPolicy.DERIVED, "X-Key"},
      exposedHeaders = "ETag",
      credentials = Credentials.ALLOW,
      maxAge = CorsPolicy.BROWSER_DEFAULT,
      refusal = Refusal.REJECT)
  static class Many {
    @GET
    public void get() {}

    @PUT
    public void put() {}

    @GET
    @Path("c")
    public void c() {}

    @GET
    @Path("b")
    public void b() {}

    @GET
    @Path("a")
    public void a() {}
  }

  @Path("ungoverned")
  static class Ungoverned {
    @GET
    public void get() {}
  }

  @Path("single")
  @CorsPolicy(origins = CorsPolicy.NONE, maxAge = 5)
  static class Single {
    @GET
    public void get() {}
  }

  static class Nobody implements OriginSource {
    @Override
    public boolean allows(Origin origin, Target target) {
      return false;
    }
  }

  private static List<String> lines(String on, Class<?>... types) {
    return PolicyLog.lines(
        Stream.of(types)
            .map(
                type ->
                    new ResourceClass(
                        type, List.of(), new Resolver(Setup.EMPTY, new SourceInstances())::resolve))
            .toList(),
        on);
  }

  @Test
  void it_has_every_member_in_the_words_of_configuration() {
    assertThat(lines("", Orders.class))
        .containsExactly(
            "CORS policy in force: Orders; origins=https://app.example.com; methods=*;"
                + " allowed-headers=derived; exposed-headers=none; credentials=refuse; max-age=600;"
                + " refusal=withhold; 3 endpoints: DELETE /orders/{id}, GET /orders, PUT"
                + " /orders/{id}");
  }

  @Test
  void it_names_three_endpoints_and_counts_the_others() {
    assertThat(lines(" on host pay", Many.class))
        .containsExactly(
            "CORS policy in force on host pay: Many;"
                + " origins=https://app.example.com,https://*.example.org and those of an origin"
                + " source; methods=GET,PUT; allowed-headers=derived,X-Key; exposed-headers=ETag;"
                + " credentials=allow; max-age=-1; refusal=reject; 5 endpoints: GET /many, GET"
                + " /many/a, GET /many/b and 2 more");
  }

  @Test
  void there_is_one_for_each_policy_in_the_order_of_their_places() {
    assertThat(lines("", Single.class, Ungoverned.class, Orders.class))
        .hasSize(2)
        .satisfies(
            lines -> assertThat(lines.get(0)).contains(": Orders; "),
            lines ->
                assertThat(lines.get(1))
                    .contains(": Single; origins=none; ", "max-age=5")
                    .endsWith("; 1 endpoint: GET /single"));
  }
}
