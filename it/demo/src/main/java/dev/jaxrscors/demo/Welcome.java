package dev.jaxrscors.demo;

import java.util.ArrayList;
import java.util.List;

/** What the demo prints when it has started: where it is, and what to try. */
final class Welcome {

  private static final List<String> PATHS =
      List.of(
          "/orders              two origins and their cookies; DELETE for nobody",
          "/catalogue           public: any origin, by a policy named in code",
          "/prices              to be read; PATCH is there, and not for pages",
          "/shops/1/review      a sub-resource, under the policy of its parent",
          "/ticks               a stream of server-sent events",
          "/fonts/demo.woff2    a font, to be kept by a CDN for a year",
          "/pictures/demo.png   a picture, whose pixels are for the shop's pages",
          "/transfers           rejects other origins before anything runs",
          "/account             a bearer token, which is: demo-token",
          "/session             a cookie: POST sets it, DELETE takes it back",
          "/uploads             takes a file; /downloads gives one, part by part",
          "/moved/catalogue     redirects to another host; so does /moved/orders",
          "/errors/500          and 400, 401, 404, 415, crash: errors that the page can read",
          "/cors-report         who may call what, of all this",
          "/cors-report?explain why a request is granted or refused");

  private Welcome() {}

  static List<String> lines(int port, int pagesPort) {
    String shop = "http://api.localhost:" + port;
    List<String> lines = new ArrayList<>();
    lines.add(shop);
    lines.add("");
    PATHS.forEach(path -> lines.add("  " + shop + path));
    lines.add("");
    lines.add("The playground, in a browser:");
    lines.add("");
    lines.add("  http://app.localhost:%d    a page that the shop knows".formatted(pagesPort));
    lines.add("  http://evil.localhost:%d   a stranger".formatted(pagesPort));
    lines.add("");
    lines.add("Try, in another terminal:");
    lines.add("");
    curls(port).forEach(curl -> lines.add("  " + curl));
    lines.add("");
    lines.add("The same resource on two hosts, with other origins on each, by configuration:");
    lines.add("");
    hostCurls(port).forEach(curl -> lines.add("  " + curl));
    lines.add("");
    lines.add("Ctrl-C ends it.");
    return lines;
  }

  /** The exchanges to try: a request, a preflight, one from a stranger, one for nobody. */
  static List<String> curls(int port) {
    String orders = "http://api.localhost:" + port + "/orders";
    return List.of(
        "curl -i -H 'Origin: https://app.example.com' " + orders,
        preflight("https://app.example.com", "PUT") + asking() + orders + "/1",
        preflight("https://evil.example", "PUT") + asking() + orders + "/1",
        preflight("https://app.example.com", "DELETE") + orders + "/1");
  }

  /** The same request on two hosts, of which one is for a single page; and one from that page. */
  static List<String> hostCurls(int port) {
    String catalogue = "localhost:" + port + "/catalogue";
    String evil = "curl -i -H 'Origin: https://evil.example' http://";
    return List.of(
        evil + "api." + catalogue,
        evil + "payments." + catalogue,
        "curl -i -H 'Origin: https://checkout.example.com' http://payments." + catalogue);
  }

  private static String preflight(String origin, String method) {
    return "curl -i -X OPTIONS -H 'Origin: %s' -H 'Access-Control-Request-Method: %s' "
        .formatted(origin, method);
  }

  private static String asking() {
    return "-H 'Access-Control-Request-Headers: content-type,x-api-key' ";
  }
}
