package dev.jaxrscors.demo;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.InternalServerErrorException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.io.InputStream;

/**
 * A picture. Every page may show it; its pixels are for those alone that the policy of {@link Shop}
 * names, and that ask with {@code crossorigin}.
 */
@Path("pictures")
public class Pictures {

  /** Makes the resource. */
  public Pictures() {}

  /** {@return the picture: a cup} */
  @GET
  @Path("demo.png")
  @Produces("image/png")
  public InputStream picture() {
    InputStream picture = Pictures.class.getResourceAsStream("demo.png");
    if (picture == null) {
      throw new InternalServerErrorException("the picture is missing");
    }
    return picture;
  }
}
