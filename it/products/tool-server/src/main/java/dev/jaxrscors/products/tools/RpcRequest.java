package dev.jaxrscors.products.tools;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * A message from a client.
 *
 * @param id what its answer refers to; missing in a notification, which has no answer
 * @param method what is to be done
 * @param params with what
 * @see <a href="https://www.jsonrpc.org/specification">JSON-RPC 2.0</a>
 */
record RpcRequest(JsonNode id, String method, JsonNode params) {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  /**
   * Returns the message that a body holds.
   *
   * @throws RpcException if it holds none, or more than one
   */
  static RpcRequest parse(String body) throws RpcException {
    JsonNode message = read(body);
    if (!message.path("jsonrpc").asText().equals("2.0")) {
      throw new RpcException(RpcException.INVALID_REQUEST, "One message of JSON-RPC 2.0, please.");
    }
    return new RpcRequest(
        message.path("id"), message.path("method").asText(), message.path("params"));
  }

  private static JsonNode read(String body) throws RpcException {
    try {
      return MAPPER.readTree(body);
    } catch (JsonProcessingException e) {
      throw new RpcException(RpcException.PARSE_ERROR, "That is no JSON.");
    }
  }

  /** Reports whether it has no answer: a notification, or itself an answer. */
  boolean needsNoAnswer() {
    return id.isMissingNode() || method.isEmpty();
  }

  /** Returns what reports of progress are to refer to; missing if none are wanted. */
  JsonNode progressToken() {
    return params.at("/_meta/progressToken");
  }
}
