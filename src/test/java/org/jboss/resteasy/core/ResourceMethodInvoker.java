package org.jboss.resteasy.core;

import java.lang.reflect.Method;

/** Stands for the type of that name in RESTEasy. */
public record ResourceMethodInvoker(Class<?> getResourceClass, Method getMethod) {}
