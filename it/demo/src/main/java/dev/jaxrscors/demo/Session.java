package dev.jaxrscors.demo;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.Credentials;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/**
 * Who is logged in, by a cookie: browsers send it with requests of pages of other sites only if it
 * says {@code SameSite=None; Secure}, and the page may read the answer because credentials are
 * allowed. The origins are those of {@link Shop}.
 */
@Path("session")
@Produces(MediaType.TEXT_PLAIN)
@CorsPolicy(credentials = Credentials.ALLOW)
public class Session {

  private static final String COOKIE = "customer";

  /** Makes the resource. */
  public Session() {}

  /**
   * {@return whom the cookie names}
   *
   * @param customer the cookie's value
   */
  @GET
  public String customer(@CookieParam(COOKIE) @Nullable String customer) {
    return customer == null ? "nobody" : customer;
  }

  /** {@return an answer that sets the cookie} */
  @POST
  public Response login() {
    return answer(cookie().value("Ada").build());
  }

  /** {@return an answer that takes the cookie back} */
  @DELETE
  public Response logout() {
    return answer(cookie().value("").maxAge(0).build());
  }

  private static NewCookie.Builder cookie() {
    return new NewCookie.Builder(COOKIE)
        .path("/")
        .sameSite(NewCookie.SameSite.NONE)
        .secure(true)
        .httpOnly(true);
  }

  private static Response answer(NewCookie cookie) {
    return Response.noContent().cookie(cookie).build();
  }
}
