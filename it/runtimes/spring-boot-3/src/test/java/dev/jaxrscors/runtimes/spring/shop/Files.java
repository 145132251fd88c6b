package dev.jaxrscors.runtimes.spring.shop;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** One file. */
public class Files extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (request.getPathInfo().equals("/page.txt")) {
      response.getWriter().print("page");
    } else {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
  }
}
