package dev.jaxrscors;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where the host that a request is sent to is taken from. */
enum RequestHost {
  /** The request's own URI: what a proxy asserts can be written by anybody. */
  REQUESTED {
    @Override
    String authority(ContainerRequestContext request) {
      return requested(request.getUriInfo());
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
    String authority(ContainerRequestContext request) {
      String standard = hostOf(first(request, "Forwarded"));
      String usual = standard.isEmpty() ? first(request, "X-Forwarded-Host") : standard;
      return usual.isEmpty() ? requested(request.getUriInfo()) : usual;
    }
  };

  private static final int LONGEST = 1_024;
  private static final Pattern HOST =
      Pattern.compile("(?:^|;)\\s*host=\"?([^\";]*)\"?", Pattern.CASE_INSENSITIVE);

  /** Returns the host and port of a request, as they are written; empty if they are not known. */
  abstract String authority(ContainerRequestContext request);

  /** Returns the host of a request in lower case, without a port or the dot of the root. */
  String of(ContainerRequestContext request) {
    String authority = authority(request);
    int colon = authority.indexOf(':', authority.indexOf(']') + 1);
    String host = colon < 0 ? authority : authority.substring(0, colon);
    String relative = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    return relative.toLowerCase(Locale.ROOT);
  }

  private static String requested(UriInfo uri) {
    String ofBase = uri.getBaseUri().getRawAuthority();
    // Behind some containers, the base is a path alone.
    String authority = ofBase == null ? uri.getRequestUri().getRawAuthority() : ofBase;
    return authority == null
        ? ""
        : withoutDefaultPort(authority.substring(authority.lastIndexOf('@') + 1), uri);
  }

  /** Some runtimes write the port that goes without saying. */
  private static String withoutDefaultPort(String authority, UriInfo uri) {
    String port = "https".equals(uri.getRequestUri().getScheme()) ? ":443" : ":80";
    return authority.endsWith(port)
        ? authority.substring(0, authority.length() - port.length())
        : authority;
  }

  /** Returns the element of a list that the proxy nearest to the client has written. */
  private static String first(ContainerRequestContext request, String name) {
    List<String> lines = Requests.lines(request, name);
    String line = lines.isEmpty() || lines.get(0).length() > LONGEST ? "" : lines.get(0);
    int comma = line.indexOf(',');
    return (comma < 0 ? line : line.substring(0, comma)).strip();
  }

  private static String hostOf(String forwarded) {
    Matcher host = HOST.matcher(forwarded);
    return host.find() ? host.group(1).strip() : "";
  }
}
