package shop;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.Credentials;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;

@Path("orders")
@CorsPolicy(
    origins = {"https://app.example.com/", "https://*example.org", "http://shop.example"},
    credentials = Credentials.ALLOW)
public class Orders {
  @GET
  @CorsPolicy(origins = "*")
  public List<String> list() {
    return List.of();
  }

  @PUT
  @Path("{id}")
  @CorsPolicy(methods = {"GET", "HEAD"})
  public void replace(String order) {}

  @PATCH
  @Path("{id}")
  @CorsPolicy(methods = "patch")
  public void change(String order) {}

  @DELETE
  @Path("{id}")
  @CorsPolicy(maxAge = 604_800)
  public void delete() {}
}
