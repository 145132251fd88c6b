package dev.jaxrscors.fetch;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Another way to the grammar of origins: slow, and plain to see. */
final class ReferenceOrigins {

  /** Schemes that are special, and their names and addresses. */
  private static final Pattern WEB =
      Pattern.compile(
          "(?<scheme>[a-z][a-z0-9+.-]{0,63})://"
              + "(?:\\[(?<ipv6>[0-9a-f:]{2,39})]"
              + "|(?=[^:]{1,253}(:|$))(?<host>[a-z0-9_-]{1,63}(\\.[a-z0-9_-]{1,63})*))"
              + "(:(?<port>[1-9][0-9]{0,4}))?");

  /** The other half of the grammar: schemes that are not special. */
  private static final Pattern OTHER =
      Pattern.compile(
          "(?!(ftp|file|https?|wss?):)[a-z][a-z0-9+.-]{0,63}://"
              + "((?=[^:]{1,253}(:|$))([^\\x00-\\x20\\x7F-\\uFFFF#/:<>?@\\[\\\\\\]^|%]|%[0-9A-Fa-f]{2})+"
              + "(:(?<port>[1-9][0-9]{0,4}))?)?");

  private static final Pattern NUMBER = Pattern.compile("(.*\\.)?([0-9]+|0x[0-9a-f]*)");

  private static final Pattern IPV4 =
      Pattern.compile(
          "(0|[1-9]\\d?|1\\d\\d|2[0-4]\\d|25[0-5])(\\.(0|[1-9]\\d?|1\\d\\d|2[0-4]\\d|25[0-5])){3}");

  private ReferenceOrigins() {}

  /** Reports whether a browser serialises an origin like this. */
  static boolean isOrigin(String text) {
    if (text.equals("null") || text.equals("file://")) {
      return true;
    }
    Matcher other = OTHER.matcher(text);
    if (other.matches()) {
      return isPort(other.group("port"));
    }
    Matcher web = WEB.matcher(text);
    return web.matches()
        && isHost(web)
        && isPort(web.group("port"))
        && !isDefaultPort(web.group("scheme"), String.valueOf(web.group("port")));
  }

  private static boolean isHost(Matcher web) {
    String ipv6 = web.group("ipv6");
    if (ipv6 != null) {
      return ipv6.equals(canonical(ipv6));
    }
    String host = web.group("host");
    return !NUMBER.matcher(host).matches() || IPV4.matcher(host).matches();
  }

  private static boolean isPort(String port) {
    return port == null || Integer.parseInt(port) <= 65535;
  }

  private static boolean isDefaultPort(String scheme, String port) {
    return switch (scheme) {
      case "http", "ws" -> port.equals("80");
      case "https", "wss" -> port.equals("443");
      case "ftp" -> port.equals("21");
      default -> false;
    };
  }

  /** Returns an address as the URL standard writes it; the empty text if it is none. */
  private static String canonical(String ipv6) {
    if (!ipv6.contains(":")) {
      return "";
    }
    try {
      // With a colon in it nobody takes it for a name to be looked up.
      return serialized(InetAddress.getByName(ipv6).getAddress());
    } catch (UnknownHostException e) {
      return "";
    }
  }

  private static String serialized(byte[] address) {
    byte[] bytes = address;
    if (address.length == 4) {
      // The JDK takes an address that is mapped for what it maps.
      bytes = new byte[16];
      Arrays.fill(bytes, 10, 12, (byte) 0xff);
      System.arraycopy(address, 0, bytes, 12, 4);
    }
    byte[] whole = bytes;
    String pieces =
        IntStream.range(0, 8)
            .mapToObj(i -> new BigInteger(1, Arrays.copyOfRange(whole, 2 * i, 2 * i + 2)))
            .map(piece -> piece.toString(16))
            .collect(Collectors.joining(":", ":", ":"));
    return shortened(pieces);
  }

  /** Puts two colons for the first of the longest runs of zeros, of two at least. */
  private static String shortened(String pieces) {
    for (int zeros = 8; zeros >= 2; zeros--) {
      String run = ":0".repeat(zeros) + ":";
      int at = pieces.indexOf(run);
      if (at >= 0) {
        String before = pieces.substring(0, at);
        String after = pieces.substring(at + run.length());
        return trimmed(before) + "::" + trimmed(after);
      }
    }
    return trimmed(pieces);
  }

  private static String trimmed(String pieces) {
    return List.of(pieces.split(":", -1)).stream()
        .filter(piece -> !piece.isEmpty())
        .collect(Collectors.joining(":"));
  }
}
