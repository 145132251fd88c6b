package dev.jaxrscors.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UrlOriginTest {

  @ParameterizedTest
  @CsvSource({
    "https://app.example.com, https://app.example.com",
    "https://app.example.com/, https://app.example.com",
    "https://app.example.com/ui/index.html?a=b@c#d, https://app.example.com",
    "https://app.example.com?next=/, https://app.example.com",
    "https://app.example.com:443/ui, https://app.example.com",
    "http://app.example.com:80, http://app.example.com",
    "http://app.example.com:443, http://app.example.com:443",
    "https://app.example.com:8443/ui, https://app.example.com:8443",
    "https://app.example.com:08443/, https://app.example.com:8443",
    "HTTPS://App.Example.COM/Path, https://app.example.com",
    "https://b\u00fccher.example/, https://xn--bcher-kva.example",
    "https://B\u00dcCHER.example/, https://xn--bcher-kva.example",
    "http://192.168.1.7:3000/x, http://192.168.1.7:3000",
    "http://0x7f.1/, http://127.0.0.1",
    "http://[2001:DB8:0:0::1]:8080/, http://[2001:db8::1]:8080",
    "http://localhost:4000, http://localhost:4000",
    "capacitor://localhost/x, capacitor://localhost"
  })
  void it_is_what_a_browser_makes_of_the_url(String url, String origin) {
    assertThat(UrlOrigin.of(url)).isEqualTo(origin);
    assertThat(OriginPattern.parse(origin).isExact()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "app.example.com",
        "app.example.com:8080/ui",
        "//app.example.com/ui",
        "/ui",
        "https:app.example.com",
        "https:///ui",
        "https://",
        "https:\\\\app.example.com",
        "https://user@app.example.com/",
        "https://user:secret@app.example.com/",
        "https://app.example.com@evil.example/",
        "https://*.example.com/ui",
        "https://app.example.com:*/",
        "https://app.example.com:99999/",
        "https://app.example.com:x/",
        "https://app .example.com/",
        "https://ex%61mple.com/",
        "https://stra\u00dfe.example/",
        "mailto:someone@example.com",
        "file:///etc/passwd",
        "data:text/plain,x",
        "javascript://app.example.com/",
        "null",
        "*"
      })
  void what_is_no_address_of_a_page_has_none(String url) {
    assertThatThrownBy(() -> UrlOrigin.of(url)).isInstanceOf(InvalidValueException.class);
  }
}
