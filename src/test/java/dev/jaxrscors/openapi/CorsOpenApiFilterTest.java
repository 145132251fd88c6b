package dev.jaxrscors.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.report.OperationPolicies;
import dev.jaxrscors.wire.CapturedLog;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.Paths;
import org.glassfish.jersey.server.ApplicationHandler;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.Test;

/** The extension, in documents made of paper; a server has it in a real one. */
class CorsOpenApiFilterTest {

  @ApplicationPath("described")
  private static final class Described extends Application {
    @Override
    public Set<Class<?>> getClasses() {
      return Set.of(Orders.class);
    }
  }

  @Path("orders")
  public static class Orders {
    @GET
    @CorsPolicy(origins = "*")
    public String list() {
      return "";
    }

    @PUT
    public void replace() {}
  }

  private static final ApplicationHandler RUNNING =
      new ApplicationHandler(ResourceConfig.forApplication(new Described()));

  private final CorsOpenApiFilter filter = new CorsOpenApiFilter();

  @Test
  void each_operation_with_a_policy_has_it_as_an_extension_and_no_other_has_one() {
    assertThat(RUNNING.getConfiguration()).isNotNull();
    PaperDocument document =
        new PaperDocument()
            .with("/described/orders", HttpMethod.GET, HttpMethod.PUT)
            .with("/health", HttpMethod.GET);

    filter.filterOpenAPI(document.model());

    Map<String, Object> policy =
        OperationPolicies.beside(Orders.class).at("/described/orders", "GET").orElseThrow();
    assertThat(document.extensions()).isEqualTo(Map.of("GET /described/orders x-cors", policy));
  }

  @Test
  void a_document_of_nothing_stays_one() {
    try (CapturedLog log = CapturedLog.open()) {
      filter.filterOpenAPI(PaperDocument.answering(OpenAPI.class, "getPaths", null));
      Paths none = PaperDocument.answering(Paths.class, "getPathItems", null);
      filter.filterOpenAPI(PaperDocument.answering(OpenAPI.class, "getPaths", none));
      assertThat(log.lines()).isEmpty();
    }
  }

  @Test
  void a_document_is_served_even_if_it_cannot_be_extended() {
    OpenAPI throwing = PaperDocument.answering(OpenAPI.class, "none", "");
    try (CapturedLog log = CapturedLog.open()) {
      filter.filterOpenAPI(throwing);
      assertThat(log.warnings())
          .containsExactly("CORS policies are missing in the OpenAPI document");
    }
  }
}
