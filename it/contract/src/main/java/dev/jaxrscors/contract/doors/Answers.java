package dev.jaxrscors.contract.doors;

import dev.jaxrscors.wire.Calls;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/** Answers in all the ways that a servlet has, by the last part of the path. */
@WebServlet(
    urlPatterns = {"/answers/*", "/strict/*", "/guarded/*"},
    asyncSupported = true)
public class Answers extends HttpServlet {

  private static final long serialVersionUID = 1;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    Calls.count("servlet");
    // What is included sees the path of what includes it.
    boolean isIncluded = request.getDispatcherType() == DispatcherType.INCLUDE;
    String way = isIncluded ? "text" : request.getPathInfo().substring(1);
    switch (way) {
      case "calls" -> response.getWriter().write(Calls.take().toString());
      case "open" -> open(response);
      case "again" -> again(response);
      case "forward" -> request.getRequestDispatcher("/answers/text").forward(request, response);
      case "resource" -> request.getRequestDispatcher("/api/governed").forward(request, response);
      case "include" -> {
        request.getRequestDispatcher("/answers/text").include(request, response);
        response.getWriter().write("!");
      }
      case "redirect" -> response.sendRedirect("https://store.example.net/file");
      case "denied" -> response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
      case "teapot" -> response.sendError(418);
      case "boom" -> throw new Boom();
      case "later" -> later(request.startAsync());
      case "dispatched" -> request.startAsync().dispatch("/answers/text");
      case "zipped" -> zipped(response);
      default -> response.getWriter().write(way);
    }
  }

  private static void open(HttpServletResponse response) throws IOException {
    response.setHeader("Access-Control-Allow-Origin", "*");
    response.addHeader("Access-Control-Allow-Credentials", "true");
    response.setHeader("Vary", "Accept");
    response.getWriter().write("open");
  }

  private static void again(HttpServletResponse response) throws IOException {
    response.getWriter().write("lost");
    response.reset();
    response.setHeader("X-Door", "again");
    response.getWriter().write("again");
  }

  private static void zipped(HttpServletResponse response) throws IOException {
    response.setHeader("Content-Encoding", "gzip");
    response.setHeader("Vary", "Accept-Encoding");
    try (OutputStream zip = new GZIPOutputStream(response.getOutputStream())) {
      zip.write("zipped".getBytes(StandardCharsets.UTF_8));
    }
  }

  private static void later(AsyncContext async) {
    async.start(
        () -> {
          ServletResponse response = async.getResponse();
          ((HttpServletResponse) response).setHeader("Access-Control-Allow-Origin", "*");
          try {
            response.getWriter().write("later");
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
          async.complete();
        });
  }
}
