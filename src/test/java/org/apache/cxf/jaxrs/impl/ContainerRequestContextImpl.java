package org.apache.cxf.jaxrs.impl;

import jakarta.ws.rs.container.ContainerRequestContext;

/** Stands for the type of that name in CXF. */
public interface ContainerRequestContextImpl
    extends ContainerRequestContext, AbstractPropertiesImpl {}
