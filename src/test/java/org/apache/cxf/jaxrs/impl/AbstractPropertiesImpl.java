package org.apache.cxf.jaxrs.impl;

/** Stands for the type of that name in CXF. */
public interface AbstractPropertiesImpl {

  Message getMessage();
}
