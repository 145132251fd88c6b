package dev.jaxrscors.demo;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;

/** Takes files, and counts their bytes. The policy is that of {@link Shop}. */
@Path("uploads")
public class Uploads {

  private static final long MOST_BYTES = 32L << 20;

  /** Makes the resource. */
  public Uploads() {}

  /**
   * {@return how many bytes there were}
   *
   * @param file 32 MiB at most
   * @throws IOException if the client goes away
   */
  @POST
  @Consumes(MediaType.APPLICATION_OCTET_STREAM)
  @Produces(MediaType.TEXT_PLAIN)
  public long count(InputStream file) throws IOException {
    byte[] buffer = new byte[8192];
    long bytes = 0;
    for (int n = file.read(buffer); n >= 0; n = file.read(buffer)) {
      bytes += n;
      if (bytes > MOST_BYTES) {
        throw new WebApplicationException(Response.Status.REQUEST_ENTITY_TOO_LARGE);
      }
    }
    return bytes;
  }
}
