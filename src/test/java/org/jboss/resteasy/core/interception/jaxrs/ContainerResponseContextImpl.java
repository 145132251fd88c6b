package org.jboss.resteasy.core.interception.jaxrs;

import jakarta.ws.rs.container.ContainerResponseContext;
import org.jboss.resteasy.spi.HttpResponse;

/** Stands for the type of that name in RESTEasy. */
public interface ContainerResponseContextImpl extends ContainerResponseContext {

  HttpResponse getHttpResponse();
}
