package dev.jaxrscors.testing;

import java.net.http.HttpClient;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/**
 * Whose certificates are trusted, and how.
 *
 * @param client whose settings they are
 */
record Tls(HttpClient client) {

  SSLContext context() {
    return client.sslContext();
  }

  SSLParameters parameters() {
    return client.sslParameters();
  }
}
