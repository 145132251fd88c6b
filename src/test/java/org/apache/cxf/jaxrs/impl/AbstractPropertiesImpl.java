package org.apache.cxf.jaxrs.impl;

import org.apache.cxf.message.Message;

/** Stands for the type of that name in CXF. */
public interface AbstractPropertiesImpl {

  Message getMessage();
}
