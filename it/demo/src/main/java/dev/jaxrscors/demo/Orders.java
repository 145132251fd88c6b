package dev.jaxrscors.demo;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.Credentials;
import jakarta.inject.Singleton;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/** The orders: the shop's pages may read and write them, with cookies; no page may delete one. */
@Singleton
@Path("orders")
@Produces(MediaType.APPLICATION_JSON)
@CorsPolicy(
    origins = {Pages.APP, Pages.PARTNERS, Pages.LOCAL},
    credentials = Credentials.ALLOW,
    exposedHeaders = {"ETag", "Location"})
public class Orders {

  private static final String KEY = "demo-key";

  // The ids, and so the orders kept, are 1 to 99.
  private static final String ID = "{id: [1-9][0-9]?}";

  private final Map<Integer, Order> orders = new ConcurrentSkipListMap<>();

  /** Makes the resource, with one order in it. */
  public Orders() {
    orders.put(1, new Order("tea", 2));
  }

  /** {@return every order} */
  @GET
  public Collection<Order> list() {
    return orders.values();
  }

  /**
   * {@return one order, with its {@code ETag}}
   *
   * @param id which
   */
  @GET
  @Path(ID)
  public Response read(@PathParam("id") int id) {
    Order order = orders.get(id);
    if (order == null) {
      throw new NotFoundException();
    }
    return Response.ok(order).tag(tag(order)).build();
  }

  /**
   * {@return the new {@code ETag}, and the {@code Location} of an order that was not there}
   *
   * <p>A page may send {@code Content-Type} and {@code X-Api-Key}, because they are declared here.
   *
   * @param id which
   * @param key the key of whoever may write
   * @param order what it becomes
   * @param uri where this is
   */
  @PUT
  @Path(ID)
  @Consumes(MediaType.APPLICATION_JSON)
  public Response replace(
      @PathParam("id") int id,
      @HeaderParam("X-Api-Key") @Nullable String key,
      @Nullable Order order,
      @Context UriInfo uri) {
    if (!KEY.equals(key)) {
      throw new ForbiddenException();
    }
    if (order == null || !order.isComplete()) {
      throw new BadRequestException();
    }
    Response.ResponseBuilder response =
        orders.put(id, order) == null
            ? Response.created(uri.getAbsolutePath())
            : Response.noContent();
    return response.tag(tag(order)).build();
  }

  /**
   * Deletes an order: for the shop's own programs, which are no pages.
   *
   * @param id which
   */
  @DELETE
  @Path(ID)
  @CorsPolicy(origins = CorsPolicy.NONE)
  public void delete(@PathParam("id") int id) {
    orders.remove(id);
  }

  private static EntityTag tag(Order order) {
    return new EntityTag(Integer.toHexString(order.hashCode()));
  }
}
