package dev.jaxrscors.internal.filter;

import dev.jaxrscors.internal.protocol.Forwarded;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.UriInfo;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Where the host that a request is sent to is taken from. */
enum RequestHost {
  /** The request itself: what a proxy asserts can be written by anybody. */
  REQUESTED {
    @Override
    Forwarded asserted(ContainerRequestContext request) {
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
    Forwarded asserted(ContainerRequestContext request) {
      Forwarded standard = Forwarded.of(Requests.lines(request, "Forwarded"));
      String host = standard.host().isEmpty() ? usualAuthority(request) : standard.host();
      String proto =
          standard.proto().isEmpty() ? first(request, "X-Forwarded-Proto") : standard.proto();
      return new Forwarded(host, proto);
    }
  };

  private static final int LONGEST = 1_024;

  /** Returns what a proxy asserts; nothing where none is believed. */
  abstract Forwarded asserted(ContainerRequestContext request);

  /** Returns the host and port of a request, as they are written; empty if they are not known. */
  String authority(ContainerRequestContext request) {
    String asserted = asserted(request).host();
    return asserted.isEmpty() ? requested(request.getUriInfo()) : asserted;
  }

  /** Returns the host of a request in lower case, without a port or the dot of the root. */
  String of(ContainerRequestContext request) {
    String authority = authority(request);
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
  Set<String> origins(ContainerRequestContext request) {
    Forwarded asserted = asserted(request);
    Set<String> origins = new LinkedHashSet<>();
    String scheme = asserted.proto().isEmpty() ? scheme(request) : asserted.proto();
    origins.add(origin(scheme, asserted.host().isEmpty() ? hostField(request) : asserted.host()));
    if (asserted.equals(Forwarded.NOTHING)) {
      // What the container makes of a proxy that it is told of, and where there is no such field.
      origins.add(origin(scheme, requested(request.getUriInfo())));
    }
    return origins;
  }

  private static String origin(String scheme, String authority) {
    String written = scheme + "://" + withoutDefaultPort(authority, scheme);
    return written.toLowerCase(Locale.ROOT);
  }

  private static String scheme(ContainerRequestContext request) {
    String scheme = request.getUriInfo().getRequestUri().getScheme();
    return scheme == null ? "" : scheme;
  }

  private static String hostField(ContainerRequestContext request) {
    List<String> lines = Requests.lines(request, "host");
    return lines.size() == 1 && lines.get(0).length() <= LONGEST ? lines.get(0).strip() : "";
  }

  private static String requested(UriInfo uri) {
    String ofBase = uri.getBaseUri().getRawAuthority();
    // Behind some containers, the base is a path alone.
    String authority = ofBase == null ? uri.getRequestUri().getRawAuthority() : ofBase;
    // Some runtimes write the port that goes without saying.
    return authority == null
        ? ""
        : withoutDefaultPort(
            authority.substring(authority.lastIndexOf('@') + 1),
            String.valueOf(uri.getRequestUri().getScheme()));
  }

  private static String withoutDefaultPort(String authority, String scheme) {
    String port = scheme.equalsIgnoreCase("https") ? ":443" : ":80";
    return authority.endsWith(port)
        ? authority.substring(0, authority.length() - port.length())
        : authority;
  }

  /** Some proxies write the port into a field of its own. */
  private static String usualAuthority(ContainerRequestContext request) {
    String host = first(request, "X-Forwarded-Host");
    String port = first(request, "X-Forwarded-Port");
    boolean isWhole = host.isEmpty() || portColon(host) >= 0;
    return isWhole || port.isEmpty() || port.equals("443") || port.equals("80")
        ? host
        : host + ":" + port;
  }

  private static int portColon(String authority) {
    return authority.indexOf(':', authority.indexOf(']') + 1);
  }

  /** Returns the element of a list that the proxy nearest to the client has written. */
  private static String first(ContainerRequestContext request, String name) {
    List<String> lines = Requests.lines(request, name);
    String line = lines.isEmpty() || lines.get(0).length() > LONGEST ? "" : lines.get(0);
    int comma = line.indexOf(',');
    return (comma < 0 ? line : line.substring(0, comma)).strip();
  }
}
