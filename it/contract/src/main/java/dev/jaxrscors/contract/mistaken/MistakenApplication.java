package dev.jaxrscors.contract.mistaken;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.List;

/** The application. It lists nothing. */
@ApplicationPath("api")
public class MistakenApplication extends Application {

  /** What the log says of its resources, a line each. */
  public static final List<String> MISTAKES =
      List.of(
          "Drafts, member origins: \"https://drafts.example/\" is invalid, because an origin ends"
              + " after its host and port: it has no slash, path, query or fragment; use"
              + " \"https://drafts.example\".",
          "Notes, member origins: \"*\" is prohibited with credentials, because every site on the web"
              + " could act as the user who visits it, and browsers refuse it; list the origins of"
              + " your pages, or say credentials = Credentials.REFUSE.");
}
