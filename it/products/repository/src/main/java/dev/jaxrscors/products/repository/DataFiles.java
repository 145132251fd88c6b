package dev.jaxrscors.products.repository;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One file: whole, in part, from the store, or a new one. */
@Path("files/{name: " + Archive.NAME + "}")
@RequestScoped
public class DataFiles {

  @Inject private Archive archive;

  /**
   * Sends the file, or the range of it that is asked for.
   *
   * @param name its name
   * @param range what {@code Range} says
   * @param context knows types of files
   * @return 200, 206 or 416
   * @throws IOException if it cannot be read
   */
  @GET
  public Response get(
      @PathParam("name") String name,
      @HeaderParam("Range") @Nullable String range,
      @Context ServletContext context)
      throws IOException {
    ArchivedFile file = archive.find(name).orElseThrow(NotFoundException::new);
    Optional<ByteRange> asked = ByteRange.asked(range, file.size());
    if (asked.isPresent() && !asked.get().isSatisfiable()) {
      return Response.status(Response.Status.REQUESTED_RANGE_NOT_SATISFIABLE)
          .header("Content-Range", asked.get().contentRange())
          .build();
    }
    String type = context.getMimeType(file.name());
    return asked
        .map(part -> sent(file, part).status(206).header("Content-Range", part.contentRange()))
        .orElseGet(() -> sent(file, ByteRange.all(file.size())))
        .type(type == null ? MediaType.APPLICATION_OCTET_STREAM : type)
        .build();
  }

  private static Response.ResponseBuilder sent(ArchivedFile file, ByteRange part) {
    StreamingOutput content = output -> file.write(part, output);
    return Response.ok(content)
        .header("Accept-Ranges", "bytes")
        .header(HttpHeaders.CONTENT_LENGTH, part.length())
        .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + file.name() + "\"");
  }

  /**
   * Sends the client to the store that has the file, which is of another origin.
   *
   * @param name its name
   * @return 307
   */
  @GET
  @Path("download")
  public Response download(@PathParam("name") String name) {
    return Store.urlOf(name)
        .map(url -> Response.temporaryRedirect(url).build())
        .orElseThrow(NotFoundException::new);
  }

  /**
   * Keeps a file.
   *
   * @param name its name
   * @param content what is in it
   * @param uri where it is
   * @return 201
   * @throws IOException if it cannot be written
   */
  @PUT
  @Consumes(MediaType.APPLICATION_OCTET_STREAM)
  public Response put(@PathParam("name") String name, InputStream content, @Context UriInfo uri)
      throws IOException {
    archive.put(name, content);
    return Response.created(uri.getAbsolutePath()).build();
  }
}
