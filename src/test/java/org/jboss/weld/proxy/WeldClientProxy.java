package org.jboss.weld.proxy;

/** The mark that Weld puts on its client proxies. */
public interface WeldClientProxy {}
