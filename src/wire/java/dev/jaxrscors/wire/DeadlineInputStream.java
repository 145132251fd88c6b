package dev.jaxrscors.wire;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;

/** The bytes a server sends, until a deadline for all of them. */
final class DeadlineInputStream extends InputStream {

  private final Socket socket;
  private final InputStream bytes;
  private final Deadline deadline;

  DeadlineInputStream(Socket socket, Deadline deadline) throws IOException {
    this.socket = socket;
    this.bytes = socket.getInputStream();
    this.deadline = deadline;
  }

  @Override
  public int read() throws IOException {
    socket.setSoTimeout(deadline.millisLeft());
    return bytes.read();
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    socket.setSoTimeout(deadline.millisLeft());
    return bytes.read(buffer, offset, length);
  }
}
