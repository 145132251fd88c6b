package org.apache.cxf.jaxrs.impl;

import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Method;
import org.apache.cxf.message.Message;

/** Stands for the type of that name in CXF, which tells null where nothing was matched. */
public final class ResourceInfoImpl implements ResourceInfo {

  private final ResourceInfo matched;

  public ResourceInfoImpl(Message message) {
    this.matched = message.matched();
  }

  @Override
  public Class<?> getResourceClass() {
    return matched == null ? null : matched.getResourceClass();
  }

  @Override
  public Method getResourceMethod() {
    return matched == null ? null : matched.getResourceMethod();
  }
}
