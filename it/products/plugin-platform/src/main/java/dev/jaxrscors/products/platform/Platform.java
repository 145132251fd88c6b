package dev.jaxrscors.products.platform;

import dev.jaxrscors.policy.Policy;
import dev.jaxrscors.rest.CorsSetup;
import java.net.URI;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.jersey.grizzly2.httpserver.GrizzlyHttpServerFactory;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.model.Resource;

/**
 * The platform: two applications in one process, each on a port of its own.
 *
 * <p>Of CORS it says this: what administrators of a section write counts, or nothing does. The
 * header against forged requests is allowed everywhere, and a mistake in a file grants nothing, but
 * stops nothing. Pages of plug-ins may call the management of their own plug-in.
 */
public final class Platform implements AutoCloseable {

  private final HttpServer publicApi;
  private final HttpServer management;

  private Platform(HttpServer publicApi, HttpServer management) {
    this.publicApi = publicApi;
    this.management = management;
  }

  /**
   * Starts it, on free ports of the loopback interface.
   *
   * @param settings the file of its administrators
   * @param plugins what others have added
   * @return the running platform
   */
  public static Platform start(Path settings, List<Plugin> plugins) {
    SettingsFile file = new SettingsFile(settings);
    Api publicApi = new Api("public", Set.of(Streams.class), file, cors().build());
    Policy ownPages = Policy.builder().originSource(new PluginPages(plugins)).build();
    Api management =
        new Api("management", Set.of(Cluster.class), file, cors().defaultPolicy(ownPages).build());
    return new Platform(
        serve(publicApi, plugins, Plugin::resources),
        serve(management, plugins, Plugin::administration));
  }

  private static CorsSetup.Builder cors() {
    return CorsSetup.builder()
        .alsoAllowHeaders(RequestedByFilter.HEADER)
        .refuseMistakesInConfiguration();
  }

  private static HttpServer serve(
      Api api, List<Plugin> plugins, Function<Plugin, Collection<Class<?>>> types) {
    List<Resource> added =
        plugins.stream().flatMap(p -> PrefixedResources.of(p, types.apply(p)).stream()).toList();
    Stream<Resource> own = api.getClasses().stream().map(Resource::from);
    ResourceConfig config =
        ResourceConfig.forApplication(api)
            .register(new RequestedByFilter())
            .register(new ApiBrowser(Stream.concat(own, added.stream()).toList()))
            .registerResources(Set.copyOf(added));
    return GrizzlyHttpServerFactory.createHttpServer(URI.create("http://127.0.0.1:0/"), config);
  }

  /** {@return where the API for everyone is} */
  public URI publicApi() {
    return address(publicApi);
  }

  /** {@return where the API for administrators is} */
  public URI management() {
    return address(management);
  }

  private static URI address(HttpServer server) {
    int port = server.getListeners().iterator().next().getPort();
    return URI.create("http://127.0.0.1:" + port + "/");
  }

  @Override
  public void close() {
    publicApi.shutdownNow();
    management.shutdownNow();
  }
}
