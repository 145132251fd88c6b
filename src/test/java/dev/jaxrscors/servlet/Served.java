package dev.jaxrscors.servlet;

import dev.jaxrscors.wire.Calls;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** A servlet that answers every method in its own way. */
final class Served extends HttpServlet {

  private static final long serialVersionUID = 1;

  /** Answers a request. */
  @FunctionalInterface
  interface Answer {
    void to(HttpServletRequest request, HttpServletResponse response) throws Exception;
  }

  private final transient Answer answer;

  private Served(Answer answer) {
    this.answer = answer;
  }

  static Served by(Answer answer) {
    return new Served(answer);
  }

  static Served text(String text) {
    return new Served((request, response) -> response.getWriter().write(text));
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Calls.count("servlet");
    try {
      answer.to(request, response);
    } catch (IOException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
