package dev.jaxrscors.browsers.differential;

import java.util.List;

/** The values that the table combines: usual, unusual, and wrong ones. */
final class Values {
  private static final String ORIGIN = "Access-Control-Allow-Origin:";
  private static final String ALLOW_CREDENTIALS = "Access-Control-Allow-Credentials:";
  private static final String METHOD_LIST = "Access-Control-Allow-Methods:";
  private static final String HEADER_LIST = "Access-Control-Allow-Headers:";
  private static final String EXPOSE = "Access-Control-Expose-Headers:";
  private static final String MAX_AGE = "Access-Control-Max-Age:";

  static final List<String> ORIGINS =
      List.of(
          "",
          ORIGIN + " {page}",
          ORIGIN + "{page}",
          ORIGIN + " \t {page} \t",
          "access-control-allow-origin: {page}",
          ORIGIN + " *",
          ORIGIN + " null",
          ORIGIN,
          ORIGIN + " {page}/",
          ORIGIN + " {here}",
          ORIGIN + " http://127.0.0.1",
          ORIGIN + " HTTP://127.0.0.1",
          ORIGIN + " http://*",
          ORIGIN + " {page}, {page}",
          ORIGIN + " {page},",
          ORIGIN + " {page} *",
          ORIGIN + " *, *",
          ORIGIN + " \"{page}\"",
          ORIGIN + " {page}\n" + ORIGIN + " {page}",
          ORIGIN + " *\n" + ORIGIN + " *",
          ORIGIN + " {page}\n" + ORIGIN + " *",
          ORIGIN + " {page}\n" + ORIGIN,
          // Only spaces and tabs are no part of a value.
          ORIGIN + " {page}\u0001",
          ORIGIN + " \u0001{page}",
          ORIGIN + " {page}\u0000",
          ORIGIN + " \u0000{page}",
          ORIGIN + " {page}\u000b",
          ORIGIN + " \u000c{page}",
          ORIGIN + " {page}\u001f\u001f",
          ORIGIN + " {page}\u007f",
          ORIGIN + " {page}\u00a0",
          ORIGIN + " *\u0001");

  static final List<String> CREDENTIALS =
      List.of(
          "",
          ALLOW_CREDENTIALS + " true",
          ALLOW_CREDENTIALS + "  true \t",
          ALLOW_CREDENTIALS + " true\u000b",
          ALLOW_CREDENTIALS + " True",
          ALLOW_CREDENTIALS + " false",
          ALLOW_CREDENTIALS,
          ALLOW_CREDENTIALS + " true, true",
          ALLOW_CREDENTIALS + " true\n" + ALLOW_CREDENTIALS + " true");

  static final List<String> STATUSES =
      List.of(
          "200 X", "201 X", "204 X", "206 X", "299 X", "300 X", "302 X", "304 X", "307 X", "400 X",
          "401 X", "403 X", "404 X", "405 X", "415 X", "418 X", "500 X", "503 X", "599 X");

  static final List<String> METHODS =
      List.of("PUT", "put", "DELETE", "PATCH", "patch", "QUERY", "OPTIONS", "GET", "HEAD", "POST");

  static final List<String> ALLOWED_METHODS =
      List.of(
          "",
          METHOD_LIST,
          METHOD_LIST + " PUT",
          METHOD_LIST + " put",
          METHOD_LIST + " PUT, DELETE, PATCH, QUERY, OPTIONS",
          METHOD_LIST + " patch, query",
          METHOD_LIST + " *",
          METHOD_LIST + " PUT, *",
          METHOD_LIST + ",,PUT,, ,DELETE,",
          METHOD_LIST + " PUT\n" + METHOD_LIST + " DELETE",
          METHOD_LIST + " PUT DELETE",
          METHOD_LIST + " PUT;DELETE",
          METHOD_LIST + " \"PUT\"",
          METHOD_LIST + " PUT, a b",
          METHOD_LIST + " PUT\u0001");

  static final List<List<String>> HEADERS =
      List.of(
          List.of("X-A", "1"),
          List.of("x-b", "1", "X-A", "1"),
          List.of("Content-Type", "application/json"),
          List.of("Authorization", "Bearer t"),
          List.of("Authorization", "Bearer t", "X-A", "1"),
          List.of("Accept", "a".repeat(129)));

  static final List<String> ALLOWED_HEADERS =
      List.of(
          "",
          HEADER_LIST,
          HEADER_LIST + " x-a",
          HEADER_LIST + " X-A,X-B",
          HEADER_LIST + ",x-a, ,x-b,,",
          HEADER_LIST + " x-a\n" + HEADER_LIST + " x-b",
          HEADER_LIST + " *",
          HEADER_LIST + " x-a, *",
          HEADER_LIST + " *, Authorization",
          HEADER_LIST + " content-type, authorization, accept",
          HEADER_LIST + " x-a x-b",
          HEADER_LIST + " x-a; x-b",
          HEADER_LIST + " x-a, a b",
          HEADER_LIST + " x-a\u001f");

  static final List<List<String>> SIMPLE_OR_NOT =
      List.of(
          List.of("Accept", "text/html"),
          List.of("Accept", ""),
          List.of("Accept", "a".repeat(128)),
          List.of("Accept", "a".repeat(129)),
          List.of("Accept", "text/html;q=0.9, */*;q=0.1"),
          List.of("Accept", "\""),
          List.of("Accept", "a(b)"),
          List.of("Accept", "a:b"),
          List.of("Accept", "<a>"),
          List.of("Accept", "a?"),
          List.of("Accept", "a@b"),
          List.of("Accept", "[a]"),
          List.of("Accept", "a\\b"),
          List.of("Accept", "{a}"),
          List.of("Accept", "a\tb"),
          List.of("Accept-Language", "de-CH, en;q=0.5, *"),
          List.of("Accept-Language", "de_CH"),
          List.of("Accept-Language", "\"de\""),
          List.of("Content-Language", "de-CH"),
          List.of("Content-Language", "de/ch"),
          List.of("Content-Language", "d".repeat(129)),
          List.of("Content-Type", "text/plain"),
          List.of("Content-Type", "TEXT/plain;charset=utf-8"),
          List.of("Content-Type", "text/plain ; x"),
          List.of("Content-Type", "multipart/form-data; boundary=abc"),
          List.of("Content-Type", "application/x-www-form-urlencoded;charset=UTF-8"),
          List.of("Content-Type", "application/json"),
          List.of("Content-Type", "application/json;a=text/plain"),
          List.of("Content-Type", "text/plain, application/json"),
          List.of("Content-Type", "text/plain; a=\"b\""),
          List.of("Content-Type", "text"),
          List.of("Content-Type", ""),
          List.of("Range", "bytes=0-"),
          List.of("Range", "bytes=10-200"),
          List.of("Range", "bytes=-500"),
          List.of("Range", "bytes=0-1,3-4"),
          List.of("Range", "bytes=5-4"),
          List.of("Range", "items=0-1"),
          List.of("If-None-Match", "*"),
          List.of("Last-Event-ID", "abc123"),
          List.of("Last-Event-ID", ""),
          List.of("Last-Event-ID", "a:b"),
          List.of("Last-Event-ID", "\"7\""),
          List.of("Last-Event-ID", "d\u00e9"),
          List.of("Last-Event-ID", "a".repeat(128)),
          List.of("Last-Event-ID", "a".repeat(129)),
          List.of("Last-Event-ID", "a".repeat(1025)),
          List.of("Cache-Control", "no-cache"),
          List.of("X-Requested-With", "XMLHttpRequest"));

  static final List<String> EXPOSED =
      List.of(
          "",
          EXPOSE,
          EXPOSE + " ETag",
          EXPOSE + " etag,X-TOTAL",
          EXPOSE + ",,ETag, ,",
          EXPOSE + " ETag\n" + EXPOSE + " X-Total",
          EXPOSE + " *",
          EXPOSE + " ETag, *",
          EXPOSE + " Set-Cookie, Set-Cookie2, ETag",
          EXPOSE + " ETag X-Total",
          EXPOSE + " ETag, a b",
          EXPOSE + " \"ETag\"",
          EXPOSE + " ETag\u000b");

  static final List<String> MAX_AGES =
      List.of(
          MAX_AGE + " 600",
          "",
          MAX_AGE,
          MAX_AGE + "  0600\t",
          MAX_AGE + " 0",
          MAX_AGE + " -1",
          MAX_AGE + " -600",
          MAX_AGE + " -0",
          MAX_AGE + " -99999999999999999999",
          MAX_AGE + " 600\u0001",
          MAX_AGE + " +600",
          MAX_AGE + " 600s",
          MAX_AGE + " 1.5",
          MAX_AGE + " soon",
          MAX_AGE + " 600, 600",
          MAX_AGE + " 600\n" + MAX_AGE + " 600",
          MAX_AGE + " 99999999999999999999");

  static final List<String> LOCATIONS =
      List.of(
          "",
          "Location: {here}{next}",
          "Location: {next}",
          "Location: {beyond}{next}",
          "Location: {beyond}{next}\nLocation: {beyond}{next}",
          "Location: ftp://127.0.0.1/",
          "Location: data:text/plain,a",
          "Location: mailto:a@example.com",
          "Location: http://me:secret@127.0.0.1/");

  static final List<String> FORBIDDEN_HEADERS =
      List.of(
          "Accept-Charset",
          "Access-Control-Request-Headers",
          "Connection",
          "Content-Length",
          "Cookie2",
          "Date",
          "DNT",
          "Expect",
          "Host",
          "Origin",
          "Referer",
          "Set-Cookie",
          "TE",
          "Via",
          "Proxy-A",
          "Sec-A",
          "X-HTTP-Method",
          "X-HTTP-Method-Override",
          "X-Method-Override",
          "User-Agent");

  private Values() {}
}
