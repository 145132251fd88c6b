package dev.jaxrscors.wire;

import static dev.jaxrscors.Seeds.one;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.Credentials;
import dev.jaxrscors.NaiveMatcher;
import dev.jaxrscors.Refusal;
import dev.jaxrscors.Seeds;
import dev.jaxrscors.policy.InvalidPolicyException;
import dev.jaxrscors.policy.Policy;
import dev.jaxrscors.rest.CorsSetup;
import dev.jaxrscors.testing.Browser;
import dev.jaxrscors.testing.Outcome;
import dev.jaxrscors.testing.PageRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/**
 * Random policies over the wire: what an oracle that reads their members allows, a browser reads;
 * what it does not, a browser blocks, by the standard and as engines do.
 */
class DifferentialPoliciesTest {

  private static final int POLICIES = 40;
  private static final int FETCHES_OF_EACH = 8;
  private static final List<String> DERIVED = List.of("Content-Type", "X-Key");

  /** What somebody wrote. */
  private record Written(
      List<String> origins,
      List<String> methods,
      List<String> allowed,
      List<String> exposed,
      boolean credentials,
      boolean rejects) {

    Policy policy() {
      Policy.Builder policy =
          Policy.builder()
              .origins(origins)
              .allowedHeaders(allowed.toArray(String[]::new))
              .credentials(credentials ? Credentials.ALLOW : Credentials.REFUSE)
              .refusal(rejects ? Refusal.REJECT : Refusal.WITHHOLD);
      if (!methods.isEmpty()) {
        policy.methods(methods.toArray(String[]::new));
      }
      if (!exposed.isEmpty()) {
        policy.exposedHeaders(exposed.toArray(String[]::new));
      }
      return policy.build();
    }

    boolean allowsMethod(String method) {
      return methods.isEmpty() || methods.contains(method);
    }

    boolean allowsHeader(String name) {
      if (allowed.contains("*")) {
        return !name.equals("Authorization") || allowed.contains(name);
      }
      return allowed.contains(name)
          || (allowed.contains(CorsPolicy.DERIVED) && DERIVED.contains(name));
    }

    boolean exposes(String name) {
      return exposed.contains(name) || exposed.contains("*");
    }
  }

  /** What a page does. */
  private record Fetched(String origin, String method, List<String> headers, boolean include) {

    boolean isAllowedBy(Written policy) {
      return NaiveMatcher.matchesAny(policy.origins(), origin)
          && (policy.credentials() || !include)
          && policy.allowsMethod(method)
          && headers.stream().allMatch(policy::allowsHeader);
    }

    Outcome by(Browser browser, URI uri) {
      PageRequest request = browser.request(method, uri);
      for (String header : headers) {
        request = request.header(header, header.equals("Content-Type") ? "text/x" : "v");
      }
      return request.send();
    }
  }

  @Path("things")
  @CorsPolicy("random")
  public static class Things {
    private static Response answer() {
      return Response.ok("").header("X-Total", "1").header("ETag", "\"1\"").build();
    }

    @GET
    public Response get(@HeaderParam("X-Key") String key) {
      return answer();
    }

    @POST
    public Response post() {
      return answer();
    }

    @PUT
    public Response put() {
      return answer();
    }

    @PATCH
    public Response patch() {
      return answer();
    }

    @DELETE
    public Response delete() {
      return answer();
    }
  }

  private final Random random = Seeds.random(DifferentialPoliciesTest.class);
  private volatile Policy current = Policy.builder().origins("https://a.example").build();

  @AutoClose
  private final Server server =
      Server.of(
          new ResourceConfig(Things.class)
              .property(
                  CorsSetup.PROPERTY, CorsSetup.builder().policy("random", () -> current).build()));

  private List<String> some(String... of) {
    return Stream.of(of).filter(s -> random.nextInt(3) == 0).toList();
  }

  private Written written() {
    List<String> origins =
        random.nextInt(4) == 0
            ? List.of("*")
            : new ArrayList<>(
                some(
                    "https://a.example",
                    "https://*.a.example",
                    "https://b.example:8443",
                    "https://*.example.org:*",
                    "http://localhost:*"));
    List<String> allowed =
        random.nextInt(4) == 0
            ? Stream.concat(Stream.of("*"), some("Authorization").stream()).toList()
            : some(CorsPolicy.DERIVED, "X-A", "X-Key", "Authorization", "Content-Type");
    return new Written(
        origins,
        some("GET", "POST", "PUT", "PATCH", "DELETE"),
        allowed,
        random.nextInt(4) == 0 ? List.of("*") : some("X-Total", "ETag"),
        random.nextBoolean(),
        random.nextBoolean());
  }

  /** Returns one that can be meant. */
  private Written valid() {
    while (true) {
      Written written = written();
      try {
        current = written.policy();
        return written;
      } catch (InvalidPolicyException e) {
        // Another one, then: that these are refused is shown elsewhere.
      }
    }
  }

  private Fetched fetched() {
    return new Fetched(
        one(
            random,
            "https://a.example",
            "https://b.a.example",
            "https://a.example:8443",
            "https://b.example:8443",
            "https://x.example.org",
            "https://x.example.org:1",
            "https://example.org",
            "http://localhost",
            "http://localhost:3000",
            "https://evila.example"),
        one(random, "GET", "POST", "PUT", "PATCH", "DELETE"),
        some("X-A", "X-Key", "Authorization", "Content-Type"),
        random.nextInt(3) == 0);
  }

  @Test
  void a_browser_reads_what_the_policy_says_and_nothing_else() {
    URI uri = URI.create(server.origin() + "/things");
    int shared = 0;
    int blocked = 0;
    for (int i = 0; i < Seeds.cases(POLICIES); i++) {
      Written written = valid();
      for (int j = 0; j < FETCHES_OF_EACH; j++) {
        Fetched fetched = fetched();
        Browser page = Browser.at(fetched.origin());
        Browser browser = fetched.include() ? page.withCredentials() : page;
        boolean expected = fetched.isAllowedBy(written);
        for (Browser one : List.of(browser, browser.likeEngines())) {
          Outcome outcome = fetched.by(one, uri);
          assertThat(outcome instanceof Outcome.Shared)
              .as("%s under %s: %s", fetched, written, outcome.explanation())
              .isEqualTo(expected);
          if (outcome instanceof Outcome.Shared response) {
            assertThat(response.header("X-Total") != null)
                .as("X-Total of %s under %s", fetched, written)
                .isEqualTo(written.exposes("X-Total"));
          }
        }
        shared += expected ? 1 : 0;
        blocked += expected ? 0 : 1;
      }
    }
    assertThat(shared).isGreaterThan(Seeds.cases(POLICIES) / 2);
    assertThat(blocked).isGreaterThan(Seeds.cases(POLICIES) / 2);
  }
}
