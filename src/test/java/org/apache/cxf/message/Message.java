package org.apache.cxf.message;

import jakarta.ws.rs.container.ResourceInfo;
import java.util.AbstractMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.cxf.jaxrs.provider.ServerProviderFactory;

/** Stands for the message behind a request on CXF, which is a map of all that belongs to it. */
public final class Message extends AbstractMap<String, Object> {

  private final Map<String, Object> content = new HashMap<>();
  private final ResourceInfo matched;
  private ServerProviderFactory providers = new ServerProviderFactory(List.of(), List.of());

  public Message(ResourceInfo matched) {
    this.matched = matched;
  }

  public Message with(String key, Object value) {
    content.put(key, value);
    return this;
  }

  public Message with(ServerProviderFactory registered) {
    providers = registered;
    return this;
  }

  public ResourceInfo matched() {
    return matched;
  }

  public ServerProviderFactory providers() {
    return providers;
  }

  @Override
  public Object put(String key, Object value) {
    return content.put(key, value);
  }

  @Override
  public Set<Entry<String, Object>> entrySet() {
    return content.entrySet();
  }
}
