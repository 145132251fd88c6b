package dev.jaxrscors.testing;

/**
 * What a browser shows, and with which credentials its scripts fetch.
 *
 * @param origin the origin of the page
 * @param credentials the credentials mode of its requests
 * @param cookies the {@code Cookie} field, or nothing
 */
record Page(PageOrigin origin, CredentialsMode credentials, Headers cookies) {

  Page from(PageOrigin other) {
    return new Page(other, credentials, cookies);
  }

  Page in(CredentialsMode mode) {
    return new Page(origin, mode, cookies);
  }

  Page holding(String cookie) {
    String held = cookies.get("Cookie");
    String all = held == null ? cookie : held + "; " + cookie;
    return new Page(origin, credentials, Headers.EMPTY.with("Cookie", all));
  }
}
