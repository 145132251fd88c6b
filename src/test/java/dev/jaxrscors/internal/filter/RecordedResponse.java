package dev.jaxrscors.internal.filter;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A servlet response as a container keeps it: its fields, and what else was done to it. */
final class RecordedResponse {

  final Map<String, List<String>> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  final List<String> calls = new ArrayList<>();
  final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  final StringWriter text = new StringWriter();
  int status = 200;
  String contentType;
  boolean committed;

  HttpServletResponse response() {
    return (HttpServletResponse)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {HttpServletResponse.class},
            (proxy, method, arguments) ->
                method.getName().equals("equals")
                    ? proxy == arguments[0]
                    : answer(method, arguments));
  }

  private Object answer(Method method, Object[] arguments) {
    return switch (method.getName()) {
      case "containsHeader" -> fields.containsKey(arguments[0]);
      case "getHeaderNames" -> List.copyOf(fields.keySet());
      case "getHeaders" -> List.copyOf(fields.getOrDefault(arguments[0], List.of()));
      case "setHeader", "setIntHeader", "setDateHeader" -> set(arguments[0], arguments[1]);
      case "addHeader", "addIntHeader", "addDateHeader" ->
          values(arguments[0]).add(String.valueOf(arguments[1]));
      case "getStatus" -> status;
      case "setStatus" -> answered((int) arguments[0]);
      case "getContentType" -> contentType;
      case "setContentType" -> typed((String) arguments[0]);
      case "isCommitted" -> committed;
      case "getOutputStream" -> stream();
      case "getWriter" -> new PrintWriter(text, true);
      case "reset" -> reset();
      case "toString" -> "the response";
      default -> calls.add(method.getName() + (arguments == null ? "" : Arrays.asList(arguments)));
    };
  }

  private List<String> values(Object name) {
    return fields.computeIfAbsent((String) name, n -> new ArrayList<>());
  }

  private Object set(Object name, Object value) {
    return fields.put((String) name, new ArrayList<>(List.of(String.valueOf(value))));
  }

  private Object answered(int code) {
    status = code;
    return code;
  }

  private Object typed(String type) {
    contentType = type;
    return calls.add("setContentType");
  }

  private Object reset() {
    fields.clear();
    status = 200;
    contentType = null;
    return calls.add("reset");
  }

  private ServletOutputStream stream() {
    return new ServletOutputStream() {
      @Override
      public void write(int octet) {
        bytes.write(octet);
      }

      @Override
      public boolean isReady() {
        return true;
      }

      @Override
      public void setWriteListener(WriteListener listener) {
        throw new UnsupportedOperationException();
      }
    };
  }
}
