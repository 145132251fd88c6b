package dev.jaxrscors.products.repository;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One range of the bytes of a file.
 *
 * @param first the first byte, counted from 0
 * @param last the last byte, which belongs to it
 * @param size the size of the file
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-14">RFC 9110, range requests</a>
 */
record ByteRange(long first, long last, long size) {

  // At most 18 digits: more bytes than a long counts, no file has.
  private static final Pattern BYTES = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

  static ByteRange all(long size) {
    return new ByteRange(0, size - 1, size);
  }

  /** Returns the range that is asked for; none if the header asks for no single range of bytes. */
  static Optional<ByteRange> asked(@Nullable String header, long size) {
    Matcher bytes = BYTES.matcher(header == null ? "" : header.strip());
    if (!bytes.matches()) {
      return Optional.empty();
    }
    String first = bytes.group(1);
    String last = bytes.group(2);
    if (first.isEmpty()) {
      return last.isEmpty() ? Optional.empty() : Optional.of(ofLast(Long.parseLong(last), size));
    }
    return Optional.of(
        new ByteRange(Long.parseLong(first), last.isEmpty() ? size - 1 : end(last, size), size));
  }

  private static ByteRange ofLast(long count, long size) {
    return new ByteRange(Math.max(0, size - count), size - 1, size);
  }

  private static long end(String last, long size) {
    return Math.min(Long.parseLong(last), size - 1);
  }

  boolean isSatisfiable() {
    return first <= last && first < size;
  }

  long length() {
    return last - first + 1;
  }

  /** Returns what {@code Content-Range} says of it. */
  String contentRange() {
    return isSatisfiable() ? "bytes " + first + "-" + last + "/" + size : "bytes */" + size;
  }
}
