package org.apache.cxf.jaxrs.model;

/** Stands for the type of that name in CXF. */
public record ProviderInfo(Object provider) {

  public Object getProvider() {
    return provider;
  }
}
