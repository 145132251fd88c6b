package org.jboss.resteasy.spi;

/** Stands for the type of that name in RESTEasy. */
public interface HttpRequest {

  String getRemoteAddress();
}
