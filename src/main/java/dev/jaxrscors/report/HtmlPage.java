package dev.jaxrscors.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;

/** What our pages have in common: their style, and a policy that lets nothing else in. */
final class HtmlPage {

  private static final String STYLE = Resource.text("page.css");

  private static final List<String> AS_TYPED =
      List.of("autocomplete", "off", "autocapitalize", "none", "spellcheck", "false");

  private HtmlPage() {}

  /**
   * Returns a page up to its body.
   *
   * @param script the script that will stand in it; empty for none
   * @param forms where its forms go, in the words of Content Security Policy
   */
  static Html start(String title, String script, String forms) {
    String scripts = script.isEmpty() ? "'none'" : hash(script);
    String policy =
        "default-src 'none'; style-src %s; script-src %s; base-uri 'none'; form-action %s"
            .formatted(hash(STYLE), scripts, forms);
    return new Html()
        .start("html", "lang", "en")
        .start("head")
        .start("meta", "charset", "utf-8")
        .start("meta", "http-equiv", "Content-Security-Policy", "content", policy)
        .start("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
        .start("meta", "name", "color-scheme", "content", "light dark")
        .start("meta", "name", "referrer", "content", "no-referrer")
        .element("title", title)
        .start("style")
        .trusted(STYLE)
        .end()
        .end()
        .start("body");
  }

  /**
   * Adds an input for a line of text, which no browser completes or corrects.
   *
   * @param own its other attributes
   */
  static void field(Html html, String id, String label, String... own) {
    html.start("p").element("label", label, "for", id);
    List<String> attributes = new ArrayList<>(List.of("id", id));
    attributes.addAll(List.of(own));
    attributes.addAll(AS_TYPED);
    html.start("input", attributes.toArray(String[]::new)).end();
  }

  private static String hash(String text) {
    return "'sha256-" + Sha256.base64(text.getBytes(UTF_8)) + "'";
  }
}
