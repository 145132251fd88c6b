package org.apache.cxf.jaxrs.provider;

import java.util.List;
import java.util.Set;
import org.apache.cxf.jaxrs.model.ProviderInfo;
import org.apache.cxf.message.Message;

/** Stands for the type of that name in CXF: the request filters that no name binds. */
public record ServerProviderFactory(List<ProviderInfo> early, List<ProviderInfo> late) {

  public static ServerProviderFactory getInstance(Message message) {
    return message.providers();
  }

  public List<ProviderInfo> getPreMatchContainerRequestFilters() {
    return early;
  }

  public List<ProviderInfo> getPostMatchContainerRequestFilters(Set<String> names) {
    if (!names.isEmpty()) {
      throw new IllegalArgumentException("not asked for: " + names);
    }
    return late;
  }
}
