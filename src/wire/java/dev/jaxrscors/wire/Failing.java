package dev.jaxrscors.wire;

import dev.jaxrscors.CorsPolicy;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/** Fails in all ways. */
@Path("failing")
@CorsPolicy(origins = "https://app.example.com")
public class Failing {

  /** Fails with what nobody expects. */
  @GET
  public void fail() {
    throw new IllegalStateException("secret");
  }

  /** Fails with a response. */
  @GET
  @Path("teapot")
  public void teapot() {
    throw new ClientErrorException(418);
  }

  /** Fails with a wrapper of a response. */
  @GET
  @Path("wrapped")
  public void wrapped() {
    throw new CompletionException(new ClientErrorException(418));
  }

  /** Fails later, with a response. */
  @GET
  @Path("stage-missing")
  public CompletionStage<String> missing() {
    return failing(new NotFoundException());
  }

  /** Fails later, with what a mapper maps. */
  @GET
  @Path("stage-refused")
  public CompletionStage<String> refused() {
    return failing(new RefusedException());
  }

  /** Fails later, with what nobody expects. */
  @GET
  @Path("stage-broken")
  public CompletionStage<String> broken() {
    return failing(new IllegalStateException("secret"));
  }

  /** Fails later, as code does that a caller has no right to run. */
  @GET
  @Path("stage-security")
  public CompletionStage<String> security() {
    return failing(new SecurityException("secret"));
  }

  /** Fails later, and what waits for that with it. */
  @GET
  @Path("stage-later")
  public CompletionStage<String> later() {
    return failing(new NotFoundException()).thenCompose(CompletableFuture::completedFuture);
  }

  private static CompletableFuture<String> failing(RuntimeException thrown) {
    return CompletableFuture.supplyAsync(
        () -> {
          throw thrown;
        });
  }

  /** What one mapper maps. */
  @SuppressWarnings("serial")
  public static class RefusedException extends RuntimeException {}

  /** Maps one kind of exceptions. */
  public static class Refused implements ExceptionMapper<RefusedException> {
    @Override
    public Response toResponse(RefusedException thrown) {
      return Response.status(422).build();
    }
  }

  /**
   * A mapper that leaves open of what.
   *
   * @param <T> what it maps
   */
  public abstract static class Generic<T extends Throwable> implements ExceptionMapper<T> {
    @Override
    public Response toResponse(T thrown) {
      return Response.status(599).entity("mine").type("text/plain").build();
    }
  }

  /** Maps everything. */
  public static class Mine implements ExceptionMapper<Throwable> {
    @Override
    public Response toResponse(Throwable thrown) {
      return Response.status(599).entity("mine").type("text/plain").build();
    }
  }

  /** Maps everything, by what its superclass is told. */
  public static class Specific extends Generic<Throwable> {}
}
