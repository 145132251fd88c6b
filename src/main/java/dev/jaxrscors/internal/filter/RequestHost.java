package dev.jaxrscors.internal.filter;

import dev.jaxrscors.internal.protocol.Forwarded;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Where the host that a request is sent to is taken from. */
enum RequestHost {
  /** The request itself: what a proxy asserts can be written by anybody. */
  REQUESTED {
    @Override
    <R> Forwarded asserted(R request, RequestReader<R> reader) {
      return Forwarded.NOTHING;
    }
  },
  /**
   * What the nearest proxy to the client asserts, where a configuration says that there is one that
   * overwrites what clients send.
   *
   * @see <a href="https://www.rfc-editor.org/rfc/rfc7239#section-5.3">RFC 7239, section 5.3</a>
   */
  FORWARDED {
    @Override
    <R> Forwarded asserted(R request, RequestReader<R> reader) {
      Forwarded standard = Forwarded.of(reader.lines(request, "Forwarded"));
      String host = standard.host().isEmpty() ? usualAuthority(request, reader) : standard.host();
      String proto =
          standard.proto().isEmpty()
              ? first(request, reader, "X-Forwarded-Proto")
              : standard.proto();
      return new Forwarded(host, proto);
    }
  };

  private static final int LONGEST = 1_024;

  /** Returns what a proxy asserts; nothing where none is believed. */
  abstract <R> Forwarded asserted(R request, RequestReader<R> reader);

  /** Returns the host and port of a request, as they are written; empty if they are not known. */
  <R> String authority(R request, RequestReader<R> reader) {
    String asserted = asserted(request, reader).host();
    return asserted.isEmpty() ? requested(request, reader) : asserted;
  }

  /** Returns the host of a request in lower case, without a port or the dot of the root. */
  <R> String of(R request, RequestReader<R> reader) {
    String authority = authority(request, reader);
    int colon = portColon(authority);
    String host = colon < 0 ? authority : authority.substring(0, colon);
    String relative = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    return relative.toLowerCase(Locale.ROOT);
  }

  /**
   * Returns the origins that a page has which this server has served, by what the request says.
   *
   * <p>A page cannot choose {@code Host}, nor what a proxy makes of it. Who lets a name of his own
   * lead to this server's address (DNS rebinding) gets that name as his origin: so it is for
   * browsers too, where such a page needs no CORS at all.
   */
  <R> Set<String> origins(R request, RequestReader<R> reader) {
    Forwarded asserted = asserted(request, reader);
    Set<String> origins = new LinkedHashSet<>();
    String scheme = asserted.proto().isEmpty() ? reader.scheme(request) : asserted.proto();
    origins.add(
        origin(scheme, asserted.host().isEmpty() ? hostField(request, reader) : asserted.host()));
    if (asserted.equals(Forwarded.NOTHING)) {
      // What the container makes of a proxy that it is told of, and where there is no such field.
      origins.add(origin(scheme, requested(request, reader)));
    }
    return origins;
  }

  private static String origin(String scheme, String authority) {
    String written = scheme + "://" + withoutDefaultPort(authority, scheme);
    return written.toLowerCase(Locale.ROOT);
  }

  private static <R> String hostField(R request, RequestReader<R> reader) {
    List<String> lines = reader.lines(request, "host");
    return lines.size() == 1 && lines.get(0).length() <= LONGEST ? lines.get(0).strip() : "";
  }

  private static <R> String requested(R request, RequestReader<R> reader) {
    String authority = reader.authority(request);
    // Some runtimes write the port that goes without saying.
    return withoutDefaultPort(
        authority.substring(authority.lastIndexOf('@') + 1), reader.scheme(request));
  }

  private static String withoutDefaultPort(String authority, String scheme) {
    String port = scheme.equalsIgnoreCase("https") ? ":443" : ":80";
    return authority.endsWith(port)
        ? authority.substring(0, authority.length() - port.length())
        : authority;
  }

  /** Some proxies write the port into a field of its own. */
  private static <R> String usualAuthority(R request, RequestReader<R> reader) {
    String host = first(request, reader, "X-Forwarded-Host");
    String port = first(request, reader, "X-Forwarded-Port");
    boolean isWhole = host.isEmpty() || portColon(host) >= 0;
    return isWhole || port.isEmpty() || port.equals("443") || port.equals("80")
        ? host
        : host + ":" + port;
  }

  private static int portColon(String authority) {
    return authority.indexOf(':', authority.indexOf(']') + 1);
  }

  /** Returns the element of a list that the proxy nearest to the client has written. */
  private static <R> String first(R request, RequestReader<R> reader, String name) {
    List<String> lines = reader.lines(request, name);
    String line = lines.isEmpty() || lines.get(0).length() > LONGEST ? "" : lines.get(0);
    int comma = line.indexOf(',');
    return (comma < 0 ? line : line.substring(0, comma)).strip();
  }
}
