package dev.jaxrscors.demo;

import dev.jaxrscors.CorsPolicy;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.InternalServerErrorException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;

/**
 * A font, as a CDN would serve it: browsers load fonts of other origins with CORS alone. It is the
 * same for every origin, so one copy in a cache serves all: no {@code Vary}.
 */
@Path("fonts")
@CorsPolicy(origins = "*")
public class Fonts {

  /** Makes the resource. */
  public Fonts() {}

  /** {@return the font: a square for every character} */
  @GET
  @Path("demo.woff2")
  @Produces("font/woff2")
  public Response font() {
    return Response.ok(file())
        .header("Cache-Control", "public, max-age=31536000, immutable")
        .build();
  }

  /** {@return the same font, for the shop's own pages alone} */
  @GET
  @Path("own.woff2")
  @Produces("font/woff2")
  @CorsPolicy(origins = {Pages.APP, Pages.LOCAL})
  public InputStream ownFont() {
    return file();
  }

  private static InputStream file() {
    InputStream font = Fonts.class.getResourceAsStream("demo.woff2");
    if (font == null) {
      throw new InternalServerErrorException("the font is missing");
    }
    return font;
  }
}
