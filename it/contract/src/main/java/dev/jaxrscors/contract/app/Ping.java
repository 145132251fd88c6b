package dev.jaxrscors.contract.app;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.stream.Collectors;

/** A resource that proves the application is there. */
@Path("ping")
@Produces("text/plain;charset=UTF-8")
public class Ping {

  /**
   * Answers.
   *
   * @return always the same
   */
  @GET
  public String ping() {
    return "pong";
  }

  /**
   * Tells which lines of one name arrived.
   *
   * @param headers the header lines of the request
   * @return each value in brackets
   */
  @GET
  @Path("lines")
  public String lines(@Context HttpHeaders headers) {
    return headers.getRequestHeader("X-Line").stream()
        .map(value -> "[" + value + "]")
        .collect(Collectors.joining());
  }

  /**
   * Answers with what it was sent.
   *
   * @param body what it was sent
   * @return the same
   */
  @POST
  @Consumes("text/plain")
  public String echo(String body) {
    return body;
  }
}
