package dev.jaxrscors.internal.filter;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The response to a preflight that the servlet door lets through: nothing of it is sent before
 * Jakarta REST has decided, since the door may have to answer after all.
 */
final class DoorHeldResponse extends DoorResponse {

  private int status = HttpServletResponse.SC_OK;

  DoorHeldResponse(DoorExchange exchange, HttpServletResponse response) {
    super(exchange, response);
  }

  private boolean isHeld() {
    return !exchange().isDecided();
  }

  @Override
  public int getStatus() {
    return isHeld() ? status : super.getStatus();
  }

  @Override
  public void setStatus(int status) {
    this.status = status;
    if (!isHeld()) {
      super.setStatus(status);
    }
  }

  @Override
  public void sendError(int status) throws IOException {
    this.status = status;
    if (!isHeld()) {
      super.sendError(status);
    }
  }

  @Override
  public void sendError(int status, @Nullable String message) throws IOException {
    this.status = status;
    if (!isHeld()) {
      super.sendError(status, message);
    }
  }

  @Override
  public void sendRedirect(String location) throws IOException {
    this.status = SC_FOUND;
    if (!isHeld()) {
      super.sendRedirect(location);
    }
  }

  @Override
  public void setContentLength(int length) {
    if (!isHeld()) {
      super.setContentLength(length);
    }
  }

  @Override
  public void setContentLengthLong(long length) {
    if (!isHeld()) {
      super.setContentLengthLong(length);
    }
  }

  @Override
  public void setContentType(@Nullable String type) {
    if (!isHeld()) {
      super.setContentType(type);
    }
  }

  @Override
  public void setHeader(String name, @Nullable String value) {
    if (!isHeld()) {
      super.setHeader(name, value);
    }
  }

  @Override
  public void addHeader(String name, @Nullable String value) {
    if (!isHeld()) {
      super.addHeader(name, value);
    }
  }

  @Override
  public void flushBuffer() throws IOException {
    if (!isHeld()) {
      super.flushBuffer();
    }
  }

  @Override
  public boolean isCommitted() {
    return !isHeld() && super.isCommitted();
  }

  @Override
  public ServletOutputStream getOutputStream() throws IOException {
    return isHeld() ? new Nowhere() : super.getOutputStream();
  }

  @Override
  public PrintWriter getWriter() throws IOException {
    return isHeld()
        ? new PrintWriter(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)
        : super.getWriter();
  }

  /** Takes what nobody is to see. */
  private static final class Nowhere extends ServletOutputStream {
    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setWriteListener(WriteListener listener) {
      throw new IllegalStateException("the answer to a preflight is not asynchronous");
    }

    @Override
    public void write(int b) {
      // No page ever reads the body of an answer to a preflight.
    }
  }
}
