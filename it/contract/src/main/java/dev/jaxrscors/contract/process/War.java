package dev.jaxrscors.contract.process;

import java.nio.file.Path;

/**
 * A WAR that was built for one run.
 *
 * @param name the name it is deployed under: its context root without the slash
 * @param file the file
 * @param token what the deployment answers, so that no other is taken for it
 */
public record War(String name, Path file, String token) {

  /** The file with the token that a WAR has beside its application. */
  static final String TOKEN_PAGE = "deployment.txt";
}
