package dev.jaxrscors.contract.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.io.IOException;
import java.io.InputStream;

/**
 * Tells which deployment answers, so that a launcher cannot take another server, one that took the
 * port in between, for its own.
 */
@Path("deployment")
@Produces("text/plain;charset=UTF-8")
public class Deployment {

  /** The file beside this class that holds the token of the deployment. */
  public static final String TOKEN_FILE = "deployment-token.txt";

  /**
   * The system property that holds the token where no WAR is deployed: the application is the
   * program.
   */
  public static final String TOKEN_PROPERTY = "deployment.token";

  /**
   * Returns the token the launcher gave.
   *
   * @return the token
   * @throws IOException if the WAR cannot be read
   */
  @GET
  public String token() throws IOException {
    try (InputStream file = Deployment.class.getResourceAsStream(TOKEN_FILE)) {
      return file == null ? tokenOfProgram() : new String(file.readAllBytes(), UTF_8);
    }
  }

  private static String tokenOfProgram() {
    String token = System.getProperty(TOKEN_PROPERTY);
    if (token == null) {
      throw new NotFoundException();
    }
    return token;
  }
}
