package dev.jaxrscors.products.tools;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.NotFoundException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The sessions that are not over. */
final class Sessions {

  private final Map<String, Session> byId = new ConcurrentHashMap<>();

  Session begin() {
    Session session = new Session();
    byId.put(session.id(), session);
    return session;
  }

  /**
   * Returns the session that a request belongs to.
   *
   * @throws BadRequestException if it names none, or a version that is not spoken
   * @throws NotFoundException if the session is over
   */
  Session of(McpHeaders headers) {
    headers.version().filter(v -> !ToolBox.VERSIONS.contains(v)).ifPresent(Sessions::refuse);
    String id = headers.session().orElseThrow(() -> new BadRequestException("no session"));
    return Optional.ofNullable(byId.get(id)).orElseThrow(NotFoundException::new);
  }

  private static void refuse(String version) {
    throw new BadRequestException("unsupported version of the protocol");
  }

  void end(Session session) {
    byId.remove(session.id());
    session.end();
  }

  void endAll() {
    byId.values().forEach(this::end);
  }
}
