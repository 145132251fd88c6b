package dev.jaxrscors.internal.filter;

import dev.jaxrscors.internal.protocol.Vary;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;

/**
 * A response behind the servlet door: the header fields of the protocol on it are what was decided,
 * whatever the application sets, and whether it begins anew or not.
 *
 * <p>They are there before the application runs, as some containers send files past every wrapper;
 * but where Jakarta REST may decide, they are put as late as can be, for no container takes a field
 * away.
 */
class DoorResponse extends HttpServletResponseWrapper {

  private final DoorExchange exchange;
  private boolean put;
  private boolean going;

  DoorResponse(DoorExchange exchange, HttpServletResponse response) {
    super(response);
    this.exchange = exchange;
    exchange.answerWith(this);
  }

  DoorExchange exchange() {
    return exchange;
  }

  HttpServletResponse underneath() {
    return (HttpServletResponse) getResponse();
  }

  /** Puts the fields, unless they are there. */
  final void put() {
    if (!put && !super.isCommitted()) {
      put = true;
      if (replace()) {
        exchange.noteForeign();
      }
    }
  }

  /** Puts what was decided in the place of what is there; later there may be no other time. */
  void decided() {
    if (put && !super.isCommitted()) {
      replace();
    } else if (going) {
      put();
    }
  }

  /** Goes on asynchronously: who decides in Jakarta REST may yet do so, and nobody else. */
  void goOn() {
    going = true;
    if (!exchange.isEntered()) {
      put();
    }
  }

  /**
   * Reports whether it has gone on asynchronously: then another thread may have sent it, and the
   * container may call it over.
   */
  boolean isGoing() {
    return going;
  }

  private boolean replace() {
    return DoorFields.replace(underneath(), exchange.headers());
  }

  @Override
  public void reset() {
    super.reset();
    if (put) {
      replace();
    }
  }

  @Override
  public void setHeader(String name, @Nullable String value) {
    if (DoorFields.isOfProtocol(name)) {
      refuse(name, value);
    } else if (put && value != null && DoorFields.isVary(name)) {
      super.setHeader(name, vary().mergedInto(value));
    } else {
      super.setHeader(name, value);
    }
  }

  @Override
  public void addHeader(String name, @Nullable String value) {
    if (DoorFields.isOfProtocol(name)) {
      refuse(name, value);
    } else if (put && value != null && DoorFields.isVary(name)) {
      super.setHeader(name, DoorFields.merged(vary(), underneath(), value));
    } else {
      super.addHeader(name, value);
    }
  }

  private Vary vary() {
    return exchange.headers().vary();
  }

  @Override
  public void setIntHeader(String name, int value) {
    if (DoorFields.isOfProtocol(name)) {
      refuse(name, Integer.toString(value));
    } else {
      super.setIntHeader(name, value);
    }
  }

  @Override
  public void addIntHeader(String name, int value) {
    if (DoorFields.isOfProtocol(name)) {
      refuse(name, Integer.toString(value));
    } else {
      super.addIntHeader(name, value);
    }
  }

  @Override
  public void setDateHeader(String name, long date) {
    if (!DoorFields.isOfProtocol(name)) {
      super.setDateHeader(name, date);
    }
  }

  @Override
  public void addDateHeader(String name, long date) {
    if (!DoorFields.isOfProtocol(name)) {
      super.addDateHeader(name, date);
    }
  }

  /** What Jakarta REST sends, it has decided here; all else is of another layer. */
  private void refuse(String name, @Nullable String value) {
    boolean isOwn = exchange.isDecided() && DoorFields.isOwn(exchange.headers(), name, value);
    if (!isOwn) {
      exchange.noteForeign();
    }
  }

  @Override
  public ServletOutputStream getOutputStream() throws IOException {
    put();
    return super.getOutputStream();
  }

  @Override
  public PrintWriter getWriter() throws IOException {
    put();
    return super.getWriter();
  }

  @Override
  public void flushBuffer() throws IOException {
    put();
    super.flushBuffer();
  }

  @Override
  public void sendError(int status) throws IOException {
    put();
    super.sendError(status);
  }

  @Override
  public void sendError(int status, @Nullable String message) throws IOException {
    put();
    super.sendError(status, message);
  }

  @Override
  public void sendRedirect(String location) throws IOException {
    put();
    super.sendRedirect(location);
  }
}
