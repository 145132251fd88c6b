package org.jboss.resteasy.spi;

import jakarta.ws.rs.core.MultivaluedMap;

/** Stands for the type of that name in RESTEasy. */
public interface HttpResponse {

  MultivaluedMap<String, Object> getOutputHeaders();
}
