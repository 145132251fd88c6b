package dev.jaxrscors.contract.layers;

import dev.jaxrscors.CorsPolicy;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NameBinding;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.IOException;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Has an interceptor that opens everything to everyone. */
@Path("intercepted")
@CorsPolicy(origins = "https://app.example.com")
@Intercepted.Opened
public class Intercepted {

  /**
   * Answers.
   *
   * @return some text
   */
  @GET
  public String get() {
    return "got";
  }

  /**
   * Answers with something that varies.
   *
   * @return some text
   */
  @GET
  @Path("varying")
  public Response varying() {
    return Response.ok("got").header("Vary", "Accept").build();
  }

  /** Binds the interceptor. */
  @NameBinding
  @Retention(RetentionPolicy.RUNTIME)
  public @interface Opened {}

  /** What one finds in answers on the web. */
  @Opened
  public static class Old implements WriterInterceptor {
    @Override
    public void aroundWriteTo(WriterInterceptorContext context) throws IOException {
      context.getHeaders().add("Access-Control-Allow-Origin", "*");
      context.getHeaders().putSingle("Access-Control-Allow-Credentials", "true");
      context.proceed();
    }
  }
}
