package dev.jaxrscors.internal.filter;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.AbstractMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The header fields of a response as they are to be sent, over the map of a {@code Response} that
 * is left alone: what others do to that map until the response is sent is seen here.
 */
final class HeaderView extends AbstractMap<String, List<Object>> {

  private final MultivaluedMap<String, Object> fields;
  private final HeaderEdit edit;
  private final Map<String, List<Object>> later = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  HeaderView(MultivaluedMap<String, Object> fields, HeaderEdit edit) {
    this.fields = fields;
    this.edit = edit;
  }

  private Map<String, List<Object>> sent() {
    Map<String, List<Object>> sent = edit.over(fields);
    sent.putAll(later);
    return sent;
  }

  @Override
  public Set<Map.Entry<String, List<Object>>> entrySet() {
    return sent().entrySet();
  }

  @Override
  public @Nullable List<Object> get(@Nullable Object name) {
    return name instanceof String text ? sent().get(text) : null;
  }

  @Override
  public boolean containsKey(@Nullable Object name) {
    return get(name) != null;
  }

  @Override
  public @Nullable List<Object> put(String name, List<Object> values) {
    return later.put(name, values);
  }
}
