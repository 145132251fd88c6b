package dev.jaxrscors.internal.runtime;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;

/** Requests and responses of a servlet container, which is Tomcat. */
final class ServletObjects {

  private ServletObjects() {}

  static HttpServletRequest requestFrom(String address) {
    Request request = new Request(new Connector());
    request.setCoyoteRequest(new org.apache.coyote.Request());
    request.setRemoteAddr(address);
    return request;
  }

  /** Returns a response with fields, each of which is a name and a value. */
  static HttpServletResponse response(String... fields) {
    Response response = new Response();
    response.setCoyoteResponse(new org.apache.coyote.Response());
    for (int i = 0; i < fields.length; i += 2) {
      response.addHeader(fields[i], fields[i + 1]);
    }
    return response;
  }

  /** Returns a response that is already sent. */
  static HttpServletResponse sent(String... fields) {
    HttpServletResponse response = response(fields);
    ((Response) response).getCoyoteResponse().setCommitted(true);
    return response;
  }
}
