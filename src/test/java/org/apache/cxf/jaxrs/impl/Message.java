package org.apache.cxf.jaxrs.impl;

import jakarta.ws.rs.container.ResourceInfo;

/** Stands for the message behind a request on CXF. */
public record Message(ResourceInfo matched) {}
