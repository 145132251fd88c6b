package org.jboss.resteasy.core.interception.jaxrs;

import jakarta.ws.rs.container.ContainerRequestContext;
import org.jboss.resteasy.core.ResourceMethodInvoker;

/** Stands for the type of that name in RESTEasy. */
public interface PostMatchContainerRequestContext extends ContainerRequestContext {

  ResourceMethodInvoker getResourceMethod();
}
