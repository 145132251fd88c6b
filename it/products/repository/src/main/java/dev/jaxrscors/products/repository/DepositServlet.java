package dev.jaxrscors.products.repository;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes deposits as SWORD clients make them, with the key as the user of Basic authentication.
 *
 * @see <a href="https://sword.cottagelabs.com/previous-versions-of-sword/sword-v2/">SWORD 2</a>
 */
@WebServlet("/sword/*")
public class DepositServlet extends HttpServlet {

  private static final long serialVersionUID = 1;
  private static final String BASIC = "Basic ";
  private static final String MEDIA = "/media/";

  private static final String SERVICE =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <service xmlns="http://www.w3.org/2007/app" xmlns:atom="http://www.w3.org/2005/Atom">
        <workspace>
          <atom:title>Repository</atom:title>
          <collection href="collection"><accept>*/*</accept></collection>
        </workspace>
      </service>
      """;

  @Inject private transient Archive archive;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String path = pathOf(request);
    if (path.equals("/service-document")) {
      response.setContentType("application/atomsvc+xml;charset=UTF-8");
      response.getWriter().write(SERVICE);
      return;
    }
    Optional<URI> media = mediaAt(path);
    if (media.isPresent()) {
      response.sendRedirect(media.get().toString());
    } else {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
  }

  private static Optional<URI> mediaAt(String path) {
    return path.startsWith(MEDIA) ? Store.urlOf(path.substring(MEDIA.length())) : Optional.empty();
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (!ApiKey.isKey(userOf(request.getHeader("Authorization")))) {
      response.setHeader("WWW-Authenticate", "Basic realm=\"repository\"");
      response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
      return;
    }
    String name = request.getHeader("Slug");
    if (name == null || !Archive.isName(name) || !pathOf(request).equals("/collection")) {
      response.sendError(HttpServletResponse.SC_BAD_REQUEST);
      return;
    }
    archive.put(name, request.getInputStream());
    response.setStatus(HttpServletResponse.SC_CREATED);
    response.setHeader("Location", request.getContextPath() + "/api/v1/files/" + name);
  }

  private static String pathOf(HttpServletRequest request) {
    String path = request.getPathInfo();
    return path == null ? "" : path;
  }

  private static @Nullable String userOf(@Nullable String authorization) {
    if (authorization == null || !authorization.startsWith(BASIC)) {
      return null;
    }
    try {
      byte[] pair = Base64.getDecoder().decode(authorization.substring(BASIC.length()).strip());
      String user = new String(pair, StandardCharsets.UTF_8);
      return user.contains(":") ? user.substring(0, user.indexOf(':')) : null;
    } catch (IllegalArgumentException e) {
      // No Base64, and so nobody.
      return null;
    }
  }
}
