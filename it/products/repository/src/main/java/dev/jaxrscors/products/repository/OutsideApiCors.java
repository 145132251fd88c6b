package dev.jaxrscors.products.repository;

import dev.jaxrscors.servlet.CorsServletFilter;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.annotation.WebFilter;

/**
 * Gives the policy to all that is not the API: deposits, the guide, and what the container answers
 * itself. It stands behind the {@link ApiVersionFilter}, so that a preflight comes here once it is
 * known which resource it asks for.
 */
@WebFilter(
    urlPatterns = "/*",
    asyncSupported = true,
    dispatcherTypes = {
      DispatcherType.REQUEST,
      DispatcherType.FORWARD,
      DispatcherType.ASYNC,
      DispatcherType.ERROR
    })
@RepositoryCors
public class OutsideApiCors extends CorsServletFilter {}
