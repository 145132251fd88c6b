package dev.jaxrscors.testing;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads one response of HTTP/1.1, and of its fields every byte: only the spaces and tabs around a
 * value are no part of it.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9112#section-5">RFC 9112, field syntax</a>
 */
final class ResponseReader {
  private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.[01] ([1-9][0-9]{2})( .*)?");
  private static final int LONGEST_HEAD = 1 << 20;
  private static final int LONGEST_BODY = 1 << 28;

  private final InputStream in;
  private int headLength;

  ResponseReader(InputStream in) {
    this.in = in;
  }

  Response answerTo(String method) throws IOException {
    int status = status();
    Headers headers = headers();
    while (status < 200 && status != 101) {
      status = status();
      headers = headers();
    }
    boolean hasBody = !method.equals("HEAD") && status != 204 && status != 304;
    byte[] body = hasBody ? body(headers) : new byte[0];
    return new Response(status, headers, new String(body, StandardCharsets.UTF_8));
  }

  private int status() throws IOException {
    String line = line();
    Matcher matcher = STATUS_LINE.matcher(line);
    if (!matcher.matches()) {
      throw new ProtocolException("no status line: \"" + line + '"');
    }
    return Integer.parseInt(matcher.group(1));
  }

  private Headers headers() throws IOException {
    Headers headers = Headers.EMPTY;
    String line = line();
    while (!line.isEmpty()) {
      StringBuilder field = new StringBuilder(line);
      line = line();
      // See https://www.rfc-editor.org/rfc/rfc9112#section-5.2: a line may go on in the next one.
      while (line.startsWith(" ") || line.startsWith("\t")) {
        field.append(' ').append(FieldList.stripped(line));
        line = line();
      }
      headers = with(headers, field.toString());
    }
    return headers;
  }

  private static Headers with(Headers headers, String line) throws IOException {
    int colon = line.indexOf(':');
    if (colon < 1) {
      // Engines skip it.
      return headers;
    }
    String name = line.substring(0, colon);
    String value = FieldList.stripped(line.substring(colon + 1));
    // See https://fetch.spec.whatwg.org/#header-value.
    if (!RequestMethod.isToken(name) || value.indexOf('\0') >= 0 || value.indexOf('\r') >= 0) {
      throw new ProtocolException("no header field: \"" + line + '"');
    }
    return headers.with(name, value);
  }

  private byte[] body(Headers headers) throws IOException {
    if (headers.contains("Transfer-Encoding")) {
      return chunks();
    }
    List<String> lengths = headers.values("Content-Length");
    return lengths.isEmpty() ? in.readNBytes(LONGEST_BODY) : exactly(length(lengths.get(0), 10));
  }

  private byte[] chunks() throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (int size = chunkSize(); size > 0; size = chunkSize()) {
      body.writeBytes(exactly(size));
      line();
    }
    headers();
    return body.toByteArray();
  }

  private int chunkSize() throws IOException {
    headLength = 0;
    return length(FieldList.stripped(line().split(";", 2)[0]), 16);
  }

  private static int length(String text, int radix) throws IOException {
    try {
      int length = Integer.parseInt(text, radix);
      if (length >= 0 && length <= LONGEST_BODY) {
        return length;
      }
    } catch (NumberFormatException e) {
      throw new ProtocolException("no length: " + text);
    }
    throw new ProtocolException("no length up to " + LONGEST_BODY + ": " + text);
  }

  private byte[] exactly(int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException("it ends after " + bytes.length + " of " + length + " bytes");
    }
    return bytes;
  }

  private String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException("it ends before its header fields do");
      }
      if (++headLength > LONGEST_HEAD) {
        throw new ProtocolException("more than " + LONGEST_HEAD + " bytes of header fields");
      }
      line.write(next);
    }
    String text = line.toString(StandardCharsets.ISO_8859_1);
    return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
  }
}
