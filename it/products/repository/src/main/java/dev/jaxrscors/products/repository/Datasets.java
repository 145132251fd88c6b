package dev.jaxrscors.products.repository;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;

/** What has been deposited: one dataset for each file. */
@Path("datasets")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class Datasets {

  @Inject private Archive archive;

  /**
   * Lists them.
   *
   * @return their names and sizes
   * @throws IOException if the archive cannot be read
   */
  @GET
  public JsonArray list() throws IOException {
    JsonArrayBuilder list = Json.createArrayBuilder();
    for (ArchivedFile file : archive.list()) {
      list.add(described(file));
    }
    return list.build();
  }

  private static JsonObject described(ArchivedFile file) {
    return Json.createObjectBuilder().add("name", file.name()).add("size", file.size()).build();
  }
}
