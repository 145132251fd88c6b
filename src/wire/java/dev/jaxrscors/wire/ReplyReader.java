package dev.jaxrscors.wire;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads one reply of HTTP/1.1 off a connection.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9112#section-6.3">RFC 9112, message body
 *     length</a>
 */
final class ReplyReader {

  private static final int LONGEST_LINE = 64 * 1024;
  private static final int MOST_LINES = 1000;
  private static final int LONGEST_BODY = 16 * 1024 * 1024;
  private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.[01] ([1-9]\\d\\d)( .*)?");

  private final InputStream in;

  ReplyReader(InputStream in) {
    this.in = in;
  }

  Reply replyTo(String method) throws IOException {
    int status = status();
    List<Field> fields = fields();
    while (isInterim(status)) {
      status = status();
      fields = fields();
    }
    Reply head = new Reply(status, fields, "");
    return new Reply(status, fields, hasBody(method, status) ? body(head) : "");
  }

  /** Fails unless the server closes the connection now, and sends nothing more. */
  void expectEnd() throws IOException {
    if (in.read() >= 0) {
      throw new ProtocolException("bytes after the reply");
    }
  }

  private static boolean isInterim(int status) {
    return status < 200 && status != 101;
  }

  private static boolean hasBody(String method, int status) {
    return !method.equals("HEAD") && status >= 200 && status != 204 && status != 304;
  }

  private int status() throws IOException {
    String line = line();
    Matcher matcher = STATUS_LINE.matcher(line);
    if (!matcher.matches()) {
      throw new ProtocolException("not a status line: " + line);
    }
    return Integer.parseInt(matcher.group(1));
  }

  private List<Field> fields() throws IOException {
    List<Field> lines = new ArrayList<>();
    for (String line = line(); !line.isEmpty(); line = line()) {
      if (lines.size() == MOST_LINES) {
        throw new ProtocolException("more than " + MOST_LINES + " header lines");
      }
      lines.add(field(line));
    }
    return lines;
  }

  private static Field field(String line) throws IOException {
    int colon = line.indexOf(':');
    if (colon < 1) {
      throw new ProtocolException("not a header line: " + line);
    }
    return new Field(line.substring(0, colon), line.substring(colon + 1).strip());
  }

  private String body(Reply head) throws IOException {
    List<String> codings = head.all("Transfer-Encoding");
    if (!codings.isEmpty()) {
      return chunks(codings);
    }
    List<String> lengths = head.all("Content-Length");
    return lengths.isEmpty() ? untilClosed() : exactly(length(lengths, 10));
  }

  private static int length(List<String> lengths, int radix) throws IOException {
    try {
      int length = Integer.parseInt(lengths.get(0), radix);
      if (lengths.size() == 1 && length >= 0 && length <= LONGEST_BODY) {
        return length;
      }
    } catch (NumberFormatException e) {
      throw new ProtocolException("not a length: " + lengths);
    }
    throw new ProtocolException("not one length up to " + LONGEST_BODY + ": " + lengths);
  }

  private String chunks(List<String> codings) throws IOException {
    if (codings.size() != 1 || !codings.get(0).equalsIgnoreCase("chunked")) {
      throw new ProtocolException("unknown transfer coding: " + codings);
    }
    StringBuilder body = new StringBuilder();
    for (int size = chunkSize(); size > 0; size = chunkSize()) {
      body.append(exactly(size));
      checkLength(body.length());
      line();
    }
    fields();
    return body.toString();
  }

  private int chunkSize() throws IOException {
    String withoutExtension = line().split(";", 2)[0].strip();
    return length(List.of(withoutExtension), 16);
  }

  private String exactly(int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException("closed after " + bytes.length + " of " + length + " bytes of body");
    }
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private String untilClosed() throws IOException {
    byte[] bytes = in.readNBytes(LONGEST_BODY + 1);
    checkLength(bytes.length);
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private static void checkLength(int length) throws IOException {
    if (length > LONGEST_BODY) {
      throw new ProtocolException("a body of more than " + LONGEST_BODY + " bytes");
    }
  }

  private String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException("closed in the middle of the head");
      }
      if (line.size() == LONGEST_LINE) {
        throw new ProtocolException("a line of more than " + LONGEST_LINE + " bytes");
      }
      line.write(next);
    }
    return withoutCarriageReturn(line.toString(StandardCharsets.ISO_8859_1));
  }

  private static String withoutCarriageReturn(String line) {
    return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
  }
}
