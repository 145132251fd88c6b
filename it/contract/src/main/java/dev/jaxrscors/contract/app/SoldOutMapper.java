package dev.jaxrscors.contract.app;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Maps an exception of the application. */
@Provider
public class SoldOutMapper implements ExceptionMapper<SoldOutException> {

  @Override
  public Response toResponse(SoldOutException exception) {
    return Response.status(409).entity("sold out").type("text/plain").build();
  }
}
