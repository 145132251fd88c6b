package dev.jaxrscors.products.identity;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The parameters of a form, each of which may be there once. */
record Form(Map<String, List<String>> parameters) {

  /** Reads a form as pages send it: {@code application/x-www-form-urlencoded}. */
  static Form parse(String text) {
    Map<String, List<String>> parameters = new HashMap<>();
    for (String pair : text.split("&", -1)) {
      int end = pair.indexOf('=');
      String name = decoded(end < 0 ? pair : pair.substring(0, end));
      String value = end < 0 ? "" : decoded(pair.substring(end + 1));
      parameters.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
    }
    return new Form(parameters);
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw OAuthException.badRequest("invalid_request", "the form is ill-formed");
    }
  }

  /** Returns the value of a parameter; empty if it is missing, or there more than once. */
  String optional(String name) {
    List<String> values = parameters.getOrDefault(name, List.of());
    return values.size() == 1 ? values.get(0) : "";
  }

  String required(String name) {
    String value = optional(name);
    if (value.isEmpty()) {
      throw OAuthException.badRequest("invalid_request", name + " has to be there once");
    }
    return value;
  }
}
