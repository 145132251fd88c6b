package dev.jaxrscors.internal.filter;

import dev.jaxrscors.internal.runtime.QuarkusRest;
import dev.jaxrscors.internal.runtime.RuntimeMatch;
import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The first step after matching and the last one on the way out, on Quarkus REST: what {@link
 * AnswerFilter} and {@link FinishFilter} do elsewhere, and two things more.
 *
 * <p>Quarkus REST checks roles before any filter after the match, and answers 403 to a preflight,
 * which never has a user: the resource method did not run, and {@link AnswerFilter} still answers.
 *
 * <p>No response filter runs before the first byte of what a publisher streams; and none for a
 * method that sends events, not even when a request filter has answered. There {@link FinishFilter}
 * puts its fields on the response of the server.
 *
 * <p>It is public because runtimes call it; it is no API.
 */
@Priority(Integer.MIN_VALUE)
public final class QuarkusRestFilter implements ContainerRequestFilter, ContainerResponseFilter {

  private final RuntimeMatch matched = new RuntimeMatch();
  private final AnswerFilter answer;
  private final FinishFilter finish;

  QuarkusRestFilter(AnswerFilter answer, FinishFilter finish) {
    this.answer = answer;
    this.finish = finish;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    boolean isEnded = answer.ends(request);
    ResourceInfo info = matched.of(request);
    if (QuarkusRest.isEvents(info) || (!isEnded && QuarkusRest.isPublisher(info))) {
      MultivaluedMap<String, Object> headers = new MultivaluedHashMap<>();
      finish.filter(request, response(isEnded ? 403 : 200, headers));
      headers.forEach((name, values) -> QuarkusRest.putOnResponse(request, name, joined(values)));
    }
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    Exchange exchange = Exchange.of(request);
    if (exchange != null && exchange.stage() == Exchange.Stage.DELEGATED) {
      Response late = answer.lateAnswer(request, exchange);
      if (late != null) {
        replace(response, late);
      }
    }
    finish.filter(request, response);
  }

  private static void replace(ContainerResponseContext response, Response late) {
    response.setStatusInfo(late.getStatusInfo());
    response.setEntity(late.getEntity());
    response.getHeaders().remove(HttpHeaders.WWW_AUTHENTICATE);
    response.getHeaders().remove(HttpHeaders.CONTENT_TYPE);
    response.getHeaders().putAll(late.getHeaders());
  }

  /** Returns a response that nobody has made yet, as far as the library asks for one. */
  private static ContainerResponseContext response(
      int status, MultivaluedMap<String, Object> headers) {
    return (ContainerResponseContext)
        Proxy.newProxyInstance(
            QuarkusRestFilter.class.getClassLoader(),
            new Class<?>[] {ContainerResponseContext.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "getHeaders" -> headers;
                  case "getStatus" -> status;
                  // It has no entity yet, and its status is not asked for again.
                  case "getEntity", "setStatus" -> null;
                  default -> throw new UnsupportedOperationException(method.toString());
                });
  }

  private static String joined(List<Object> values) {
    return values.stream().map(Object::toString).collect(Collectors.joining(", "));
  }
}
