package dev.jaxrscors.report;

import static dev.jaxrscors.report.ReportedShop.APP;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which of several templates a path is matched by: the order of Jakarta REST. */
class MatchedEndpointsTest {

  @Path("a")
  public static class Wide {
    @GET
    @Path("b/{two}")
    public void literal() {}

    @GET
    @Path("{one}/{two}")
    public void parameters() {}

    @GET
    @Path("{one: [a-z]{1,9}}/{two}")
    public void expression() {}

    @GET
    @Path("{one: [a-z]{1,9}}/{two: \\d{2}}")
    public void expressions() {}

    @GET
    @Path("{one: (?:kk|ll)}/{two}")
    public void group() {}

    @GET
    @Path("{all: .{3,99}}")
    public void all() {}

    @GET
    @Path("{x: \\d+}/{two}")
    public void number() {}

    @POST
    @Path("{other}/{names}")
    public void post() {}
  }

  @Path("a/long")
  public static class Narrow {
    @GET
    @Path("{any: .+}")
    public void any() {}
  }

  @Path("b")
  public static class Literal {
    @GET
    @Path("{one}/{two}/literal")
    public void literal() {}
  }

  @Path("b/c")
  public static class Deep {
    @GET
    @Path("{any: .+}")
    public void any() {}
  }

  @Path("files")
  public static class Files {
    @GET
    @Path("{name}.{suffix}")
    public void file() {}

    @GET
    @Path("{everything: .{1,9}}t")
    public void text() {}
  }

  private final CorsReport report =
      CorsReport.of(
          ReportedShop.setup(), Wide.class, Narrow.class, Literal.class, Deep.class, Files.class);

  private String endpoint(String method, String path) {
    return report.explain(APP, method, path).reasons().get(0).text();
  }

  @ParameterizedTest
  @CsvSource({
    "/a/b/c, Wide.literal",
    "/a/bb/22, Wide.expressions",
    "/a/bb/c, Wide.expression",
    "/a/kk/22, Wide.expressions",
    "/a/B/c, Wide.parameters",
    "/a/1/c, Wide.number",
    "/files/a.t, Files.file",
    "/files/at, Files.text",
    "/a/b/c/d, Wide.all",
    "/a/long/22, Narrow.any",
    "/a/long/c/d, Narrow.any"
  })
  void literals_count_first_then_parameters_then_expressions(String path, String place) {
    assertThat(endpoint("GET", path)).endsWith("which " + place + " answers");
  }

  @Test
  void templates_that_differ_in_names_alone_are_one() {
    assertThat(endpoint("POST", "/a/B/c")).endsWith("which Wide.post answers");
  }

  @Test
  void the_template_of_the_class_counts_before_that_of_the_method() {
    assertThat(endpoint("GET", "/b/c/d/literal")).endsWith("which Deep.any answers");
    assertThat(endpoint("GET", "/b/d/d/literal")).endsWith("which Literal.literal answers");
  }

  @Test
  void a_class_that_is_more_specific_hides_the_methods_of_others() {
    assertThat(endpoint("POST", "/a/long/c"))
        .isEqualTo("/a/long/{any: .+} has no method POST, but GET");
  }
}
