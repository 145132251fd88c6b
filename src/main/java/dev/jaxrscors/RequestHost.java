package dev.jaxrscors;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where the host that a request is sent to is taken from. */
enum RequestHost {
  /** The request's own URI: what a proxy asserts can be written by anybody. */
  REQUESTED {
    @Override
    String of(ContainerRequestContext request) {
      return requested(request);
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
    String of(ContainerRequestContext request) {
      String standard = firstHost(first(request, "Forwarded"));
      String usual = standard.isEmpty() ? first(request, "X-Forwarded-Host") : standard;
      return usual.isEmpty() ? requested(request) : withoutPort(usual.strip());
    }
  };

  private static final int LONGEST = 1_024;
  private static final Pattern HOST =
      Pattern.compile("(?:^|;)\\s*host=\"?([^\";]*)\"?", Pattern.CASE_INSENSITIVE);

  /** Returns the host of a request, in lower case, without a port. */
  abstract String of(ContainerRequestContext request);

  private static String requested(ContainerRequestContext request) {
    String authority = request.getUriInfo().getRequestUri().getRawAuthority();
    return authority == null
        ? ""
        : withoutPort(authority.substring(authority.lastIndexOf('@') + 1));
  }

  /** Returns the element of a list that the proxy nearest to the client has written. */
  private static String first(ContainerRequestContext request, String name) {
    List<String> lines = MarkFilter.lines(request, name);
    String line = lines.isEmpty() || lines.get(0).length() > LONGEST ? "" : lines.get(0);
    int comma = line.indexOf(',');
    return comma < 0 ? line : line.substring(0, comma);
  }

  private static String firstHost(String forwarded) {
    Matcher host = HOST.matcher(forwarded);
    return host.find() ? host.group(1) : "";
  }

  private static String withoutPort(String authority) {
    int colon = authority.indexOf(':', authority.indexOf(']') + 1);
    String host = colon < 0 ? authority : authority.substring(0, colon);
    return host.toLowerCase(Locale.ROOT);
  }
}
