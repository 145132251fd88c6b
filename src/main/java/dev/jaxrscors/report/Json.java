package dev.jaxrscors.report;

import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * Writes maps, lists, strings, numbers and truth values as JSON, which may stand in a script
 * element too: it holds no angle bracket.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8259">RFC 8259</a>
 */
final class Json {

  private final StringBuilder out = new StringBuilder();

  private Json() {}

  static String of(Object value) {
    Json json = new Json();
    json.write(value, "\n");
    return json.out.append('\n').toString();
  }

  private void write(Object value, String line) {
    if (value instanceof Map<?, ?> map) {
      writeMap(map, line);
    } else if (value instanceof List<?> list) {
      writeList(list, line);
    } else if (value instanceof Boolean || value instanceof Integer) {
      out.append(value);
    } else {
      writeString(value.toString());
    }
  }

  private void writeMap(Map<?, ?> map, String line) {
    String inner = line + "  ";
    out.append('{');
    Iterator<? extends Map.Entry<?, ?>> entries = map.entrySet().iterator();
    while (entries.hasNext()) {
      Map.Entry<?, ?> entry = entries.next();
      out.append(inner);
      writeString(String.valueOf(entry.getKey()));
      out.append(": ");
      write(entry.getValue(), inner);
      out.append(entries.hasNext() ? "," : line);
    }
    out.append('}');
  }

  private void writeList(List<?> list, String line) {
    String inner = line + "  ";
    out.append('[');
    Iterator<?> elements = list.iterator();
    while (elements.hasNext()) {
      out.append(inner);
      write(elements.next(), inner);
      out.append(elements.hasNext() ? "," : line);
    }
    out.append(']');
  }

  private void writeString(String text) {
    out.append('"');
    text.chars().forEach(c -> writeChar((char) c));
    out.append('"');
  }

  private void writeChar(char c) {
    if (c == '"' || c == '\\') {
      out.append('\\').append(c);
    } else if (c < ' ' || c > '~' || c == '<' || c == '>' || c == '&') {
      out.append("\\u%04x".formatted((int) c));
    } else {
      out.append(c);
    }
  }
}
