package dev.jaxrscors.browsers.differential;

import java.util.ArrayList;
import java.util.List;

/**
 * One call of {@code fetch}.
 *
 * @param method the method, as the script spells it
 * @param credentials the credentials mode
 * @param headers the headers that the script sets, names and values in turn
 */
record Ask(String method, Mode credentials, List<String> headers) {

  /** The two credentials modes that CORS tells apart. */
  enum Mode {
    SAME_ORIGIN("same-origin"),
    INCLUDE("include");

    private final String word;

    Mode(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }
  }

  static Ask to(String method) {
    return new Ask(method, Mode.SAME_ORIGIN, List.of());
  }

  Ask in(Mode mode) {
    return new Ask(method, mode, headers);
  }

  Ask with(String name, String value) {
    List<String> more = new ArrayList<>(headers);
    more.add(name);
    more.add(value);
    return new Ask(method, credentials, more);
  }
}
