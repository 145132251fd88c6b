package dev.jaxrscors.contract.doors;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.servlet.CorsServletFilter;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.annotation.WebFilter;

/** The filter before everything, on every way. */
@WebFilter(
    urlPatterns = "/*",
    asyncSupported = true,
    dispatcherTypes = {DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR})
@CorsPolicy(origins = DoorsApplication.DOOR, exposedHeaders = "X-Door")
public class WideDoor extends CorsServletFilter {}
