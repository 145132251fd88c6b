package dev.jaxrscors.runtimes.dropwizard;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.servlet.CorsServletFilter;
import io.dropwizard.core.Configuration;
import io.dropwizard.core.setup.Environment;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;

/** An application of Dropwizard, as its users write one. The library is not named: it is found. */
class Shop extends Commanded<Shop.Settings> {

  /** What the file is read into. */
  public static final class Settings extends Configuration {
    /** The settings of the library, without {@code cors.} before them. */
    public Map<String, String> cors = Map.of();
  }

  @Override
  public void run(Settings settings, Environment environment) {
    settings.cors.forEach((key, value) -> environment.jersey().property("cors." + key, value));
    environment.jersey().register(new Orders("shop"));
    environment.servlets().addServlet("files", new Files()).addMapping("/files/*");
    FilterRegistration.Dynamic door = environment.servlets().addFilter("cors", new FilesCors());
    door.setInitParameter("cors.policy.files.origins", settings.cors.get("policy.shop.origins"));
    door.addMappingForUrlPatterns(
        EnumSet.of(DispatcherType.REQUEST, DispatcherType.ERROR), false, "/files/*");
  }

  /** A resource that has what it needs from whoever makes it. */
  @Path("orders")
  @CorsPolicy("shop")
  public static final class Orders {

    private final String where;

    Orders(String where) {
      this.where = where;
    }

    @GET
    public String list() {
      return "ordered at " + where;
    }

    @PUT
    @Path("{id}")
    public String replace(@PathParam("id") String id, @HeaderParam("X-Api-Key") String key) {
      return id;
    }

    @GET
    @Path("conflict")
    public Response conflict() {
      return Response.status(409).build();
    }

    @GET
    @Path("{id}/lines/{line}")
    public String line(@PathParam("line") int line) {
      return List.of("a book", "a pen").get(line);
    }
  }

  /** Who may read files. */
  @CorsPolicy("files")
  public static final class FilesCors extends CorsServletFilter {}

  /** One file. */
  private static final class Files extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      if (request.getPathInfo().equals("/page.txt")) {
        response.getWriter().print("page");
      } else {
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
      }
    }
  }
}
