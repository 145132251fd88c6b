package dev.jaxrscors.contract;

import static dev.jaxrscors.contract.doors.DoorsApplication.APP;
import static dev.jaxrscors.contract.doors.DoorsApplication.DOOR;
import static dev.jaxrscors.contract.doors.DoorsApplication.FILE;
import static dev.jaxrscors.contract.doors.DoorsApplication.LONG_FILE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.contract.process.Build;
import dev.jaxrscors.contract.process.ServerDescriptor;
import dev.jaxrscors.contract.process.ServerProcess;
import dev.jaxrscors.contract.process.WarRecipe;
import dev.jaxrscors.wire.Reply;
import dev.jaxrscors.wire.Request;
import dev.jaxrscors.wire.SocketClient;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The servlet door on a server: before servlets, static files, error pages, and resources. */
public abstract class ServletDoorContract extends RunningServer<ServerUnderTest> {

  /** The name that the application is deployed under. */
  protected static final String WAR = "doors";

  private static final String EXPOSED = "Access-Control-Expose-Headers: X-Door";

  private final Set<Gap> gaps;

  /**
   * Takes the server the contract is proved on.
   *
   * @param descriptor how it is launched
   * @param gaps what it keeps the library from
   */
  protected ServletDoorContract(ServerDescriptor descriptor, Gap... gaps) {
    super(
        ServerProcess.of(
            Build.serverName() + "-door",
            descriptor,
            WarRecipe.doors(WAR).libraries(Build.warLibraries())));
    this.gaps = Set.of(gaps);
  }

  /**
   * Takes a container inside this process.
   *
   * @param server the container, with the application under the name of {@link #WAR}
   * @param gaps what it keeps the library from
   */
  protected ServletDoorContract(ServerUnderTest server, Gap... gaps) {
    super(server);
    this.gaps = Set.of(gaps);
  }

  /**
   * Reports whether the runtime behind the door answers the errors of Jakarta REST itself. Jersey
   * leaves those without an entity to the container, which makes up a page.
   *
   * @return whether so; not, unless a subclass knows better
   */
  protected boolean answersErrorsOfResources() {
    return false;
  }

  private Reply send(Request request) {
    URI base = server.baseUri(WAR).resolve("../");
    SocketClient client = SocketClient.of(base);
    if (!request.isPreflight()) {
      return client.send(request);
    }
    client.send(Request.of("GET", "answers/calls"));
    Reply reply = client.send(request);
    // The servlet that is asked counts itself.
    assertThat(client.send(Request.of("GET", "answers/calls")).text()).isEqualTo("{servlet=1}");
    return reply;
  }

  private void assertLines(Request request, int status, List<String> lines) {
    Reply reply = send(request);
    assertThat(CorsLines.of(reply)).isEqualTo(status < 400 ? lines : ofError(request, lines));
    assertThat(reply.status()).isEqualTo(status);
  }

  /** Preflights the door answers itself, and of a page of the application it is told. */
  private List<String> ofError(Request request, List<String> lines) {
    boolean isOfContainer =
        !request.isPreflight()
            && !request.path().matches("answers/(teapot|boom)")
            && !(answersErrorsOfResources() && request.path().startsWith("api/"));
    return gaps.contains(Gap.ERROR_PAGE) && isOfContainer
        ? lines.stream().filter(line -> !line.equals(CorsLines.VARY_ORIGIN)).toList()
        : lines;
  }

  private void assertShared(String path, int status) {
    assertLines(Requests.from(DOOR, "GET", path), status, CorsLines.sharing(DOOR, EXPOSED));
    assertLines(Requests.from(APP, "GET", path), status, List.of(CorsLines.VARY_ORIGIN));
    assertLines(Request.of("GET", path), status, List.of(CorsLines.VARY_ORIGIN));
  }

  @ParameterizedTest
  @ValueSource(strings = {"answers/text", "files/page.txt", "nowhere", "answers/denied"})
  void a_preflight_is_answered_before_anything_behind_the_door_runs(String path) {
    assertLines(
        Requests.preflight(path, DOOR, "GET", "content-type"),
        204,
        CorsLines.granting(DOOR, "GET, HEAD", "Content-Type"));
    assertLines(Requests.preflight(path, APP, "GET"), 403, CorsLines.refusing());
    assertLines(Requests.preflight(path, DOOR, "POST"), 403, CorsLines.refusing());
    assertThat(send(Requests.preflight(path, APP, "GET")).body()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "forward", "include", "again", "later", "dispatched"})
  void the_response_of_a_servlet_has_the_fields_once(String way) {
    assertShared("answers/" + way, 200);
    String text = send(Request.of("GET", "answers/" + way)).text();
    assertThat(text).isIn("text", "text!", "again", "later");
  }

  @Test
  void a_redirect_to_another_origin_has_them() {
    assertShared("answers/redirect", 302);
  }

  @Test
  void a_response_that_is_zipped_varies_by_both() {
    Reply reply = send(Requests.from(DOOR, "GET", "answers/zipped"));
    assertThat(reply.elements("Vary")).containsExactlyInAnyOrder("Accept-Encoding", "Origin");
    assertThat(reply.all("Access-Control-Allow-Origin")).containsExactly(DOOR);
  }

  @Test
  void what_a_servlet_sets_is_replaced_as_a_set() {
    assertLines(Requests.from(APP, "GET", "answers/open"), 200, List.of("Vary: Accept, Origin"));
    Reply reply = send(Requests.from(DOOR, "GET", "answers/open"));
    assertThat(reply.all("Access-Control-Allow-Origin")).containsExactly(DOOR);
    assertThat(reply.all("Access-Control-Allow-Credentials")).isEmpty();
    assertThat(server.log()).contains("sets Access-Control-* on responses of GET /doors/answers/");
  }

  @Test
  void static_files_have_them_whole_in_part_and_unchanged() {
    assertShared("files/page.txt", 200);
    assertShared("files/long.txt", 200);
    assertThat(send(Requests.from(DOOR, "GET", "files/page.txt")).text()).isEqualTo(FILE);
    assertThat(send(Requests.from(DOOR, "GET", "files/long.txt")).text()).isEqualTo(LONG_FILE);
    assertThat(CorsLines.of(send(Requests.from(DOOR, "HEAD", "files/page.txt"))))
        .isEqualTo(CorsLines.sharing(DOOR, EXPOSED));
    Reply part =
        send(Requests.from(DOOR, "GET", "files/long.txt").with("Range", "bytes=100000-100004"));
    boolean isWhole = gaps.contains(Gap.RANGE);
    assertThat(part.status()).isEqualTo(isWhole ? 200 : 206);
    assertThat(part.text()).isEqualTo(isWhole ? LONG_FILE : "01234");
    assertThat(CorsLines.of(part)).isEqualTo(CorsLines.sharing(DOOR, EXPOSED));
    String modified =
        send(Requests.from(DOOR, "GET", "files/page.txt")).all("Last-Modified").get(0);
    Request conditional =
        Requests.from(DOOR, "GET", "files/page.txt").with("If-Modified-Since", modified);
    Reply same = send(conditional);
    assertThat(same.status()).isEqualTo(304);
    assertThat(CorsLines.of(same))
        .isEqualTo(ofError(conditional, CorsLines.sharing(DOOR, EXPOSED)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"nowhere", "files/none.txt"})
  void the_containers_own_404_has_them(String path) {
    assertShared(path, 404);
  }

  @Test
  void an_error_has_them_with_a_page_of_its_own_or_without() {
    assertShared("answers/denied", 401);
    assertShared("answers/teapot", 418);
    assertThat(send(Request.of("GET", "answers/teapot")).text()).isEqualTo("page");
    assertShared("answers/boom", 500);
    assertThat(send(Request.of("GET", "answers/boom")).text()).isEqualTo("page");
  }

  @Test
  void a_filter_nearer_to_the_path_decides_alone() {
    assertLines(
        Requests.preflight("strict/text", APP, "PUT"),
        204,
        CorsLines.granting(APP, "GET, HEAD, POST, PUT, PATCH, DELETE", "Content-Type"));
    assertLines(Requests.preflight("strict/text", DOOR, "GET"), 403, CorsLines.refusing());
    assertLines(Requests.from(APP, "GET", "strict/text"), 200, CorsLines.sharing(APP));
    Reply rejected = send(Requests.from(DOOR, "GET", "strict/text"));
    assertThat(rejected.status()).isEqualTo(403);
    assertThat(rejected.text()).contains("CORS_NOT_ALLOWED");
    assertThat(CorsLines.of(rejected)).containsExactly(CorsLines.VARY_ORIGIN);
  }

  @Test
  void the_401_of_another_filter_is_readable_and_no_preflight_comes_there() {
    assertLines(Requests.from(APP, "GET", "guarded/text"), 401, CorsLines.sharing(APP));
    assertThat(send(Requests.preflight("guarded/text", APP, "GET")).status()).isEqualTo(204);
  }

  @Test
  void a_resource_with_a_policy_decides_alone() {
    assertLines(
        Requests.preflight("api/governed", APP, "PUT"),
        204,
        CorsLines.granting(APP, "GET, HEAD, PUT", "Content-Type"));
    assertLines(Requests.preflight("api/governed", DOOR, "PUT"), 403, CorsLines.refusing());
    for (String path : List.of("api/governed", "api/governed/later")) {
      assertLines(Requests.from(APP, "GET", path), 200, CorsLines.sharing(APP));
      assertLines(Requests.from(DOOR, "GET", path), 200, List.of(CorsLines.VARY_ORIGIN));
      assertLines(Request.of("GET", path), 200, List.of(CorsLines.VARY_ORIGIN));
    }
  }

  @Test
  void it_does_so_behind_a_forward() {
    assertLines(Requests.from(APP, "GET", "answers/resource"), 200, CorsLines.sharing(APP));
    assertLines(
        Requests.from(DOOR, "GET", "answers/resource"), 200, List.of(CorsLines.VARY_ORIGIN));
  }

  @Test
  void its_errors_grant_the_origins_of_the_door_nothing() {
    Reply reply = send(Requests.from(DOOR, "GET", "api/governed/boom"));
    assertThat(reply.status()).isEqualTo(500);
    assertThat(reply.corsFields()).isEmpty();
    Request own = Requests.from(APP, "GET", "api/governed/boom");
    assertLines(
        own, 500, gaps.contains(Gap.UNMAPPED_EXCEPTION) ? List.of() : CorsLines.sharing(APP));
  }

  @Test
  void the_door_decides_about_a_resource_without_a_policy() {
    assertShared("api/plain", 200);
    assertLines(
        Requests.preflight("api/plain", DOOR, "GET"),
        204,
        CorsLines.granting(DOOR, "GET, HEAD", "Content-Type"));
    assertLines(Requests.preflight("api/plain", APP, "GET"), 403, CorsLines.refusing());
  }

  @Test
  void a_path_that_no_resource_has_is_refused_and_its_404_readable() {
    Reply reply = send(Requests.preflight("api/nowhere", DOOR, "GET"));
    assertThat(reply.status()).isEqualTo(404);
    assertThat(CorsLines.of(reply)).isEqualTo(CorsLines.refusing());
    assertLines(Requests.from(DOOR, "GET", "api/nowhere"), 404, CorsLines.sharing(DOOR, EXPOSED));
  }
}
