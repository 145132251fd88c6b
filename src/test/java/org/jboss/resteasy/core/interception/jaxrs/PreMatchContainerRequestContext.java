package org.jboss.resteasy.core.interception.jaxrs;

import jakarta.ws.rs.container.ContainerRequestContext;
import org.jboss.resteasy.spi.HttpRequest;

/** Stands for the type of that name in RESTEasy. */
public interface PreMatchContainerRequestContext extends ContainerRequestContext {

  HttpRequest getHttpRequest();
}
