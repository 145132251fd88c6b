package dev.jaxrscors.internal.filter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.fetch.Quoted;
import dev.jaxrscors.internal.filter.DeployedShop.Ask;
import dev.jaxrscors.policy.InvalidPolicyException.Mistake;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the log or a mistake advises is put where it says, and deployed: what was refused is then
 * allowed, nothing that was allowed before is lost, and no remedy takes an earlier one back.
 */
@Tag("large")
class RemediesTest {

  private static final String APP = "https://app.example.com";
  private static final String NEW = "https://new.example.com";
  private static final String Q_APP = "\"" + APP + "\"";
  private static final Pattern OFFERED = Pattern.compile("\"([^\"]*://[^\"]*|null)\"");
  private static final String LOCAL = "https://localhost";

  private static final List<Ask> PROBES =
      Stream.of(APP, NEW, "http://app.example.com", "null", "capacitor://localhost")
          .flatMap(
              origin ->
                  Stream.of("GET", "PUT", "DELETE")
                      .flatMap(
                          method ->
                              Stream.of("", "content-type", "x-key", "x-a", "x-b", "authorization")
                                  .map(headers -> new Ask(origin, method, headers))))
          .toList();

  /** An application, and what it refuses that is then allowed, one after the other. */
  private record Refusals(String what, WrittenShop shop, List<Ask> asked) {}

  private static Refusals refusals(String what, WrittenShop shop, Ask... asked) {
    return new Refusals(what, shop, List.of(asked));
  }

  private static WrittenShop shop() {
    return new WrittenShop();
  }

  private static WrittenShop app() {
    return shop().onClass("origins", Q_APP);
  }

  private static WrittenShop named() {
    return shop().onClass("value", "\"shop\"");
  }

  private static Ask origin(String origin) {
    return new Ask(origin, "GET", "");
  }

  private static Ask method(String method) {
    return new Ask(APP, method, "");
  }

  private static Ask headers(String names) {
    return new Ask(APP, "PUT", names);
  }

  private static String tenOrigins(String quote) {
    return IntStream.range(0, 40)
        .mapToObj(i -> quote + "https://shop-" + i + ".example.com" + quote)
        .collect(Collectors.joining(quote.isEmpty() ? "," : ", "));
  }

  static Stream<Refusals> inAnnotations() {
    return Stream.of(
        refusals("one origin", app(), origin(NEW), origin("capacitor://localhost")),
        refusals(
            "many origins",
            shop().onClass("origins", "{" + Q_APP + ", " + tenOrigins("\"") + "}"),
            origin(NEW)),
        refusals("nobody", shop().onClass("origins", "CorsPolicy.NONE"), origin(NEW), origin(APP)),
        refusals("the opaque origin", app(), origin("null"), origin(NEW)),
        refusals(
            "an origin with credentials",
            app().onClass("credentials", "Credentials.ALLOW"),
            origin(NEW)),
        refusals("methods", app().onClass("methods", "\"GET\""), method("PUT"), method("DELETE")),
        refusals("derived headers", app(), headers("x-a"), headers("x-b,x-key"), headers("x-c")),
        refusals(
            "a list of headers",
            app().onClass("allowedHeaders", "{\"X-A\", \"X-B\"}"),
            headers("x-c"),
            headers("x-a,x-d")),
        refusals(
            "derived headers and more",
            app()
                .onClass(
                    "allowedHeaders",
                    "{CorsPolicy.DERIVED, \"Authorization\", \"X-Requested-With\"}"),
            headers("authorization,traceparent,tracestate,x-requested-with")),
        refusals(
            "any header but one",
            app().onClass("allowedHeaders", "\"*\""),
            headers("authorization,x-c")),
        refusals(
            "any header but one, with credentials",
            app().onClass("allowedHeaders", "\"*\"").onClass("credentials", "Credentials.ALLOW"),
            headers("authorization,x-c")),
        refusals(
            "no header",
            app().onClass("allowedHeaders", "CorsPolicy.NONE"),
            headers("x-a"),
            headers("x-b")),
        refusals(
            "members at two levels",
            app()
                .onMethod("allowedHeaders", "\"X-A\"")
                .onClass("allowedHeaders", "CorsPolicy.NONE"),
            headers("x-b"),
            headers("x-c"),
            new Ask(APP, "DELETE", "x-a")),
        refusals(
            "members beside a name",
            named().onClass("methods", "\"GET\"").inCode("origins", Q_APP),
            method("PUT"),
            headers("x-a"),
            origin(NEW)));
  }

  static Stream<Refusals> inCode() {
    return Stream.of(
        refusals(
            "a named policy",
            named()
                .inCode("origins", Q_APP)
                .inCode("methods", "\"PUT\", \"GET\"")
                .inCode("allowedHeaders", "CorsPolicy.DERIVED, \"X-A\""),
            origin(NEW),
            method("DELETE"),
            headers("x-b,x-c,x-a")),
        refusals(
            "what it does not set", named().inCode("origins", Q_APP), headers("x-b"), origin(NEW)),
        refusals(
            "a policy for nobody",
            named()
                .inCode("origins", "CorsPolicy.NONE")
                .inCode("allowedHeaders", "CorsPolicy.NONE"),
            origin(APP),
            headers("x-b")),
        refusals(
            "many origins",
            named().inCode("origins", Q_APP + ", " + tenOrigins("\"")),
            origin(NEW),
            headers("x-b")),
        refusals(
            "the default policy",
            shop().byDefault("origins", Q_APP).byDefault("methods", "\"GET\""),
            origin(NEW),
            method("PUT"),
            headers("x-a")));
  }

  static Stream<Refusals> inConfiguration() {
    return Stream.of(
        refusals(
            "keys",
            named()
                .property("cors.policy.shop.origins", APP)
                .property("cors.policy.shop.methods", "GET , PUT")
                .property("cors.policy.shop.allowed-headers", "derived, X-A"),
            origin(NEW),
            method("DELETE"),
            headers("x-b,x-c,x-a")),
        refusals(
            "none",
            named()
                .property("cors.policy.shop.origins", "None")
                .property("cors.policy.shop.allowed-headers", "none"),
            origin(APP),
            headers("x-a")),
        refusals(
            "nothing", named().property("cors.policy.shop.origins", ""), origin(APP), origin(NEW)),
        refusals(
            "quotes and useless names",
            named()
                .property("cors.policy.shop.origins", "'" + APP + "'")
                .property("cors.policy.shop.allowed-headers", "origin,\"X-A\""),
            origin(NEW),
            headers("x-b")),
        refusals(
            "keys of elements",
            named()
                .property("cors.policy.shop.origins[0]", APP)
                .property("cors.policy.shop.origins[1]", "https://b.example"),
            origin(NEW),
            headers("x-b")),
        refusals(
            "many origins",
            named().property("cors.policy.shop.origins", APP + "," + tenOrigins("")),
            origin(NEW)),
        refusals(
            "variables",
            named()
                .variable("CORS_POLICY_SHOP_ORIGINS", APP)
                .variable("CORS_POLICY_SHOP_METHODS", "GET"),
            origin(NEW),
            method("PUT"),
            headers("x-b")),
        refusals(
            "a policy in code that configuration changes",
            named()
                .inCode("origins", Q_APP)
                .inCode("allowedHeaders", "\"X-A\", \"Content-Type\"")
                .property("cors.policy.shop.max-age", "5"),
            origin(NEW),
            headers("x-b,content-type")),
        refusals(
            "the default policy",
            shop().property("cors.default.origins", APP).property("cors.default.methods", "GET"),
            origin(NEW),
            method("PUT"),
            headers("x-a")),
        refusals(
            "members of the default policy alone",
            app().property("cors.default.allowed-headers", "X-A"),
            headers("x-b"),
            origin(NEW)));
  }

  static Stream<Refusals> inPlaceholders() {
    return Stream.of(
        refusals(
            "a key",
            shop()
                .onClass("origins", "\"${shop.origins}\"")
                .property("shop.origins", APP + ", https://b.example"),
            origin(NEW),
            headers("x-a")),
        refusals(
            "a variable",
            shop().onClass("origins", "\"${shop.origins}\"").variable("SHOP_ORIGINS", APP),
            origin(NEW)),
        refusals(
            "a default",
            shop().onClass("origins", "\"${shop.origins:" + APP + "}\""),
            origin(NEW),
            origin("https://other.example")),
        refusals(
            "a value that holds a placeholder",
            shop()
                .onClass("origins", "\"${shop.origins}\"")
                .property("shop.origins", "${base.origins}")
                .property("base.origins", APP + ",https://b.example"),
            origin(NEW)),
        refusals(
            "beside other values",
            shop()
                .onClass("origins", "{" + Q_APP + ", \"${more.origins:}\"}")
                .onClass("allowedHeaders", "{CorsPolicy.DERIVED, \"${more.headers:none}\"}"),
            origin(NEW),
            headers("x-a,x-key"),
            headers("x-b")),
        refusals(
            "a part of a value",
            shop().onClass("origins", "\"https://${host}.example.com\"").property("host", "app"),
            origin(NEW)));
  }

  @TestFactory
  Stream<DynamicTest> what_the_log_advises_allows_what_was_refused_and_loses_nothing() {
    return Stream.of(inAnnotations(), inCode(), inConfiguration(), inPlaceholders())
        .flatMap(rows -> rows)
        .map(row -> DynamicTest.dynamicTest(row.what() + " " + row.asked(), () -> mend(row)));
  }

  private static void mend(Refusals row) {
    WrittenShop shop = row.shop();
    DeployedShop deployed = shop.deploy();
    List<Ask> allowed = new ArrayList<>(PROBES.stream().filter(deployed::grants).toList());
    for (Ask ask : row.asked()) {
      assertThat(deployed.grants(ask)).as("%s was refused", ask).isFalse();
      String line = deployed.line(ask);
      shop = PastedRemedy.ofLine(shop, line);
      deployed = shop.deploy();
      allowed.add(ask);
      assertThat(allowed).as(line).allMatch(deployed::grants);
    }
  }

  /** An application, what it refuses, and what is said where there is nothing to be pasted. */
  private record Advice(String what, WrittenShop shop, Ask ask, String said) {}

  static Stream<Advice> advice() {
    WrittenShop credentialed = app().onClass("credentials", "Credentials.ALLOW");
    WrittenShop production = app().property("cors.production", "true");
    return Stream.of(
        new Advice(
            "plain http with credentials",
            credentialed,
            origin("http://app.example.com"),
            "it is not to be listed: anyone on the network can speak for it; serve the page over"
                + " https"),
        new Advice(
            "the opaque origin with credentials",
            credentialed,
            origin("null"),
            "it is not to be listed: any page can send it from a sandboxed frame and act as the"
                + " user who visits it; serve the page from an origin of its own"),
        new Advice(
            "plain http in production",
            production,
            origin("http://app.example.com"),
            "it is not to be listed: anyone on the network can speak for it; serve the page over"
                + " https"),
        new Advice(
            "a loopback origin in production",
            production,
            origin("http://localhost:3000"),
            "it is not to be listed: any program on a user's machine can speak for it; leave it to"
                + " development"),
        new Advice(
            "what a source decides",
            app().onClass("originSource", "Orders.Tenants.class"),
            origin(NEW),
            "policy: Orders; the origin source there decides: it has to allow it"),
        new Advice(
            "an origin that is none",
            app(),
            origin("https://.*\\.example\\.com"),
            "its Origin is malformed; policy: Orders"),
        new Advice(
            "a response header of the protocol",
            app(),
            headers("access-control-allow-origin"),
            "policy: Orders; leave \"access-control-allow-origin\" out of the code of the page"),
        new Advice(
            "headers that no script can set, echoed to all",
            credentialed.copy().onClass("allowedHeaders", "\"*\""),
            headers("x-a,cookie,host"),
            "policy: Orders; leave \"cookie\", \"host\" out of the code of the page"),
        new Advice(
            "a header name that nobody has", app(), headers("x".repeat(500)), "policy: Orders"));
  }

  @TestFactory
  Stream<DynamicTest> what_no_policy_should_allow_has_another_remedy() {
    return advice()
        .map(
            row ->
                DynamicTest.dynamicTest(
                    row.what(),
                    () -> {
                      String line = row.shop().deploy().line(row.ask());
                      assertThat(line).endsWith(row.said());
                      assertThat(PastedRemedy.isIn(line)).isFalse();
                    }));
  }

  @Test
  void what_is_not_to_be_allowed_is_not_in_the_line_that_allows_the_rest() {
    WrittenShop shop = app();
    String line = shop.deploy().line(headers("access-control-allow-origin,cookie,x-a"));
    assertThat(line)
        .endsWith(
            "; leave \"access-control-allow-origin\", \"cookie\" out of the code of the page; to"
                + " allow it: @CorsPolicy(allowedHeaders = {CorsPolicy.DERIVED, \"x-a\"})");
    assertThat(PastedRemedy.ofLine(shop, line).deploy().grants(headers("x-a"))).isTrue();
  }

  @Test
  void a_header_that_proxies_assert_is_not_allowed_without_a_thought() {
    assertThat(app().deploy().line(headers("x-forwarded-for")))
        .contains(
            "\"x-forwarded-for\" from a proxy at its word: allow that only if yours does not");
  }

  @Test
  void every_refused_header_is_named_however_many_a_browser_asks_for() {
    String names =
        IntStream.range(0, 128).mapToObj(i -> "x-name-" + i).collect(Collectors.joining(","));
    WrittenShop shop = app();
    WrittenShop mended = PastedRemedy.ofLine(shop, shop.deploy().line(headers(names)));
    assertThat(mended.deploy().grants(headers(names))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://app.example.com/",
        "https://app.example.com/path?x#y",
        "https://user@app.example.com",
        "HTTPS://App.Example.com:443",
        "app.example.com",
        "http*://app.example.com",
        "*://app.example.com",
        "https://a.example, https://b.example",
        "https://a.example;http://b.example/",
        " https://a.example ",
        "https://m\u00fcnchen.example",
        "https://*example.com",
        "https://app*.example.com",
        "https://*.*.example.com",
        "https://.*\\.example\\.com",
        "/https:\\/\\/.*\\.example\\.com/",
        "^https://(a|b)\\.example\\.com$",
        "https://[a-z]+\\.example\\.com",
        "moz-extension://*",
        "vscode-webview://*",
        "http://192.168.1.*:*",
        "http://0x7f.1",
        "https://[2001:DB8:0:0::1]",
        "https://app.example.com:",
        "https://app.example.com:080",
        "NULL",
        "data:text/html,x",
        "file:///",
        "https://"
      })
  void an_origin_that_a_message_offers_can_be_written(String wrong) {
    List<Mistake> mistakes = shop().onClass("origins", Quoted.literal(wrong)).mistakes();
    assertThat(mistakes).isNotEmpty();
    for (Mistake mistake : mistakes) {
      List<String> offered =
          OFFERED.matcher(mistake.text().remedy()).results().map(found -> found.group(1)).toList();
      assertThat(offered)
          .as(mistake.toString())
          .allSatisfy(
              origin ->
                  assertThat(
                          shop()
                              .onClass("origins", Quoted.literal(origin))
                              .onClass("credentials", "Credentials.REFUSE")
                              .mistakes())
                      .isEmpty());
    }
  }

  /** An application with mistakes, each with so many remedies that can be pasted. */
  private record Mistaken(String what, WrittenShop shop, int remedies) {}

  static Stream<Mistaken> mistaken() {
    return Stream.of(
        new Mistaken("no origin", shop().onClass("maxAge", "60"), 2),
        new Mistaken("no origin in code", named().inCode("maxAge", "60"), 2),
        new Mistaken(
            "no origin in configuration", named().property("cors.policy.shop.max-age", "60"), 2),
        new Mistaken("a slash", shop().onClass("origins", "\"https://app.example.com/\""), 1),
        new Mistaken(
            "a slash in a key",
            named().property("cors.policy.shop.origins", "https://app.example.com/"),
            1),
        new Mistaken(
            "upper case behind a placeholder",
            shop()
                .onClass("origins", "\"${shop.origins}\"")
                .variable("SHOP_ORIGINS", "https://App.example.com"),
            1),
        new Mistaken(
            "plain http",
            shop()
                .onClass("origins", "\"http://app.example.com:443\"")
                .onClass("credentials", "Credentials.ALLOW"),
            2),
        new Mistaken(
            "plain http in code",
            named()
                .inCode("origins", "\"http://app.example.com\"")
                .inCode("credentials", "Credentials.ALLOW"),
            2),
        new Mistaken(
            "plain http in configuration",
            named()
                .property("cors.policy.shop.origins", "http://app.example.com")
                .property("cors.policy.shop.credentials", "allow"),
            1),
        new Mistaken(
            "plain http behind a placeholder",
            shop()
                .onClass("origins", "\"${shop.origins}\"")
                .onClass("credentials", "Credentials.ALLOW")
                .property("shop.origins", "http://app.example.com"),
            2),
        new Mistaken(
            "everybody, with credentials",
            shop().onClass("origins", "\"*\"").onClass("credentials", "Credentials.ALLOW"),
            1),
        new Mistaken(
            "everybody, with credentials farther out",
            shop()
                .onMethod("origins", "\"*\"")
                .onClass("origins", Q_APP)
                .onClass("credentials", "Credentials.ALLOW"),
            1),
        new Mistaken(
            "everybody, with credentials nearer",
            shop().onClass("origins", "\"*\"").onMethod("credentials", "Credentials.ALLOW"),
            1),
        new Mistaken(
            "everybody, with credentials, in code",
            named().inCode("origins", "\"*\"").inCode("credentials", "Credentials.ALLOW"),
            1),
        new Mistaken(
            "the opaque origin, with credentials, in code",
            named().inCode("origins", "\"null\"").inCode("credentials", "Credentials.ALLOW"),
            1),
        new Mistaken(
            "the origin of files, with credentials",
            shop().onClass("origins", "\"file://\"").onClass("credentials", "Credentials.ALLOW"),
            1),
        new Mistaken(
            "the origin of files, with credentials, in code",
            named().inCode("origins", "\"file://\"").inCode("credentials", "Credentials.ALLOW"),
            1),
        new Mistaken(
            "the origin of files in configuration, with credentials there",
            named()
                .property("cors.policy.shop.origins", "file://")
                .property("cors.policy.shop.credentials", "allow"),
            1),
        new Mistaken(
            "everybody in configuration, with credentials there",
            named()
                .property("cors.policy.shop.origins", "*")
                .property("cors.policy.shop.credentials", "allow"),
            1),
        new Mistaken(
            "everybody in configuration, with credentials in code",
            named()
                .inCode("origins", Q_APP)
                .inCode("credentials", "Credentials.ALLOW")
                .property("cors.policy.shop.origins", "*"),
            1),
        new Mistaken(
            "everybody in configuration, with credentials in the annotation",
            named()
                .onClass("credentials", "Credentials.ALLOW")
                .property("cors.policy.shop.origins", "*"),
            1),
        new Mistaken(
            "the opaque origin behind a placeholder",
            shop()
                .onClass("origins", "\"${shop.origins}\"")
                .onClass("credentials", "Credentials.ALLOW")
                .property("shop.origins", "null"),
            1),
        new Mistaken(
            "a public suffix",
            shop()
                .onClass("origins", "\"https://*.github.io:8443\"")
                .onClass("credentials", "Credentials.ALLOW"),
            2),
        new Mistaken(
            "a public suffix in code",
            named()
                .inCode("origins", "\"https://*.github.io\"")
                .inCode("credentials", "Credentials.ALLOW"),
            2),
        new Mistaken(
            "a public suffix in configuration",
            named()
                .property("cors.policy.shop.origins", "https://*.github.io")
                .property("cors.policy.shop.credentials", "allow"),
            1),
        new Mistaken(
            "a loopback origin in production",
            shop().onClass("origins", "\"" + LOCAL + "\"").property("cors.production", "true"),
            1),
        new Mistaken(
            "a loopback origin in code",
            named().inCode("origins", "\"" + LOCAL + "\"").property("cors.production", "true"),
            1),
        new Mistaken(
            "a loopback origin in the default policy in code",
            shop().byDefault("origins", "\"" + LOCAL + "\"").property("cors.production", "true"),
            1),
        new Mistaken(
            "a loopback origin in configuration",
            named()
                .property("cors.policy.shop.origins", APP + "," + LOCAL)
                .property("cors.production", "true"),
            1),
        new Mistaken(
            "a loopback origin in configuration, over code",
            named()
                .inCode("origins", Q_APP)
                .property("cors.policy.shop.origins", LOCAL)
                .property("cors.production", "true"),
            1),
        new Mistaken(
            "a loopback origin behind a placeholder",
            shop()
                .onClass("origins", "\"${shop.origins}\"")
                .variable("SHOP_ORIGINS", LOCAL)
                .property("cors.production", "true"),
            1),
        new Mistaken(
            "all exposed",
            app().onClass("exposedHeaders", "\"*\"").onClass("credentials", "Credentials.ALLOW"),
            1),
        new Mistaken(
            "all exposed in code",
            named()
                .inCode("origins", Q_APP)
                .inCode("exposedHeaders", "\"*\"")
                .inCode("credentials", "Credentials.ALLOW"),
            1),
        new Mistaken(
            "all exposed in configuration",
            named()
                .property("cors.policy.shop.origins", APP)
                .property("cors.policy.shop.exposed-headers", "*")
                .property("cors.policy.shop.credentials", "allow"),
            1),
        new Mistaken(
            "derived exposed in code",
            named().inCode("origins", Q_APP).inCode("exposedHeaders", "CorsPolicy.DERIVED"),
            1),
        new Mistaken("a method", app().onClass("methods", "{\"GET\", \"put\"}"), 1),
        new Mistaken(
            "a method in configuration",
            named()
                .property("cors.policy.shop.origins", APP)
                .property("cors.policy.shop.methods", "get"),
            1),
        new Mistaken("a key", named().property("cors.policy.shop.origin", APP), 1),
        new Mistaken("a variable", named().variable("CORS_POLICY_SHOP_ORIGIN", APP), 1),
        new Mistaken("another name", named().variable("CORS_POLICY_SHOPS_ORIGINS", APP), 1),
        new Mistaken("another word", named().property("cors.policies.shop.origins", APP), 1),
        new Mistaken("another case", named().property("cors.policy.Shop.origins", APP), 1),
        new Mistaken(
            "another member", named().property("cors.policy.shop.allowed-origins", APP), 1),
        new Mistaken(
            "the key of a placeholder",
            shop().onClass("origins", "\"${shop.origins}\"").variable("SHOP_ORIGIN", APP),
            1));
  }

  @TestFactory
  Stream<DynamicTest> each_remedy_of_a_mistake_mends_it_and_makes_no_other() {
    return mistaken().map(row -> DynamicTest.dynamicTest(row.what(), () -> mend(row)));
  }

  private static void mend(Mistaken row) {
    List<Mistake> mistakes = row.shop().mistakes();
    assertThat(mistakes).hasSize(1);
    Mistake mistake = mistakes.get(0);
    List<WrittenShop> mended = PastedRemedy.ofMistake(row.shop(), mistake);
    assertThat(mended).as(mistake.toString()).hasSize(row.remedies());
    for (WrittenShop shop : mended) {
      assertThat(shop.mistakes()).as(mistake.toString()).isEmpty();
    }
  }
}
