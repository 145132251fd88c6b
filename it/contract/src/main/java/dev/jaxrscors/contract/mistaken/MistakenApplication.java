package dev.jaxrscors.contract.mistaken;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.List;

/** The application. It lists nothing. */
@ApplicationPath("api")
public class MistakenApplication extends Application {

  /** How the lines of the log begin that its resources are refused with. */
  public static final List<String> MISTAKES =
      List.of(
          "Drafts, member origins: \"https://drafts.example/\"", "Notes, member origins: \"*\"");
}
