package dev.jaxrscors.products.identity;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Locale;

/** The clients that are in the database from the start, and what they send. */
enum App {
  /** Has entered the origin of its pages. */
  SHOP("red", "https://shop.example", "https://shop.example"),
  /** Has entered that its pages are where its users are sent. */
  TILL("red", "https://till.example", "+"),
  /** Is in another realm. */
  BOOKS("blue", "https://books.example", "https://books.example"),
  /** Has entered an asterisk. */
  OPEN("green", "https://open.example", "*"),
  /** Is in the same realm as the one with the asterisk. */
  KIOSK("green", "https://kiosk.example", "https://kiosk.example"),
  /** Is a server: it has a secret, and no pages. */
  GATEWAY("red", "https://gateway.example", "");

  static final String STRANGER = "https://stranger.example";
  static final String USER = "ann";
  static final String PASSWORD = "correct horse";
  static final String SECRET = "battery staple";

  private static final String VERIFIER = "v".repeat(43);

  private final String realm;
  private final String page;
  private final String entered;

  App(String realm, String page, String entered) {
    this.realm = realm;
    this.page = page;
    this.entered = entered;
  }

  String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  String realm() {
    return realm;
  }

  /** Returns the origin of its pages. */
  String page() {
    return page;
  }

  /** Returns what an administrator has entered as its web origins. */
  String entered() {
    return entered;
  }

  String redirectUri() {
    return page + "/back";
  }

  /** Returns where one of the endpoints of its realm is. */
  String endpoint(String name) {
    return "realms/" + realm + "/protocol/openid-connect/" + name;
  }

  String authorization() {
    return endpoint("auth")
        + "?"
        + form(
            "client_id",
            id(),
            "redirect_uri",
            redirectUri(),
            "response_type",
            "code",
            "state",
            "s",
            "code_challenge",
            challenge(),
            "code_challenge_method",
            "S256");
  }

  private static String challenge() {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns the form by which its page asks for the tokens of a code. */
  String asksFor(String code) {
    return form(
        "grant_type",
        "authorization_code",
        "client_id",
        id(),
        "redirect_uri",
        redirectUri(),
        "code_verifier",
        VERIFIER,
        "code",
        code);
  }

  /** Returns a form, of names and values in turn. */
  static String form(String... namesAndValues) {
    StringBuilder form = new StringBuilder();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      form.append(i == 0 ? "" : "&").append(namesAndValues[i]).append('=');
      form.append(URLEncoder.encode(namesAndValues[i + 1], UTF_8));
    }
    return form.toString();
  }
}
