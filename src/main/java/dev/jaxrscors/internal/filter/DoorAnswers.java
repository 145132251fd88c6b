package dev.jaxrscors.internal.filter;

import dev.jaxrscors.internal.deploy.Setup;
import dev.jaxrscors.internal.protocol.ResponseHeaders;
import dev.jaxrscors.internal.protocol.Vary;
import dev.jaxrscors.internal.protocol.Verdict;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The responses that the servlet door gives itself. */
final class DoorAnswers {

  private DoorAnswers() {}

  /** Answers a preflight that was judged. */
  static void preflight(HttpServletResponse response, Verdict verdict, Setup setup)
      throws IOException {
    DoorFields.replace(response, verdict.headers());
    if (verdict instanceof Verdict.Denied denied && !denied.isLeftToBrowser()) {
      empty(response, HttpServletResponse.SC_FORBIDDEN);
      return;
    }
    response.setStatus(setup.preflightStatus());
    if (verdict instanceof Verdict.Granted && !setup.preflightCacheControl().isEmpty()) {
      response.setHeader("Cache-Control", setup.preflightCacheControl());
    }
    response.flushBuffer();
  }

  /** Answers a preflight that nobody has judged. */
  static void unjudged(HttpServletResponse response, int status) throws IOException {
    DoorFields.replace(response, ResponseHeaders.nothing(Vary.PREFLIGHT));
    empty(response, status < 400 ? HttpServletResponse.SC_FORBIDDEN : status);
  }

  /** An entity without bytes, sent at once: for a bare error containers make up a page. */
  private static void empty(HttpServletResponse response, int status) throws IOException {
    response.setStatus(status);
    response.setContentType("text/plain");
    response.setContentLength(0);
    response.flushBuffer();
  }

  /** Answers an actual request that is rejected. */
  static void rejection(HttpServletResponse response, Verdict verdict) throws IOException {
    DoorFields.replace(response, verdict.headers());
    byte[] body = Answers.REJECTION.getBytes(StandardCharsets.UTF_8);
    response.setStatus(HttpServletResponse.SC_FORBIDDEN);
    response.setContentType("application/json");
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
