package dev.jaxrscors.products.tools;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Messages to a client, in JSON. */
final class RpcReply {

  private RpcReply() {}

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  static String result(JsonNode id, ObjectNode result) {
    return message().<ObjectNode>set("id", id).set("result", result).toString();
  }

  /** Returns an error; with the id null where it is of no request. */
  static String error(JsonNode id, RpcException e) {
    ObjectNode message = message().set("id", id.isMissingNode() ? null : id);
    message.putObject("error").put("code", e.code()).put("message", e.getMessage());
    return message.toString();
  }

  static String notification(String method, ObjectNode params) {
    return message().put("method", method).set("params", params).toString();
  }

  private static ObjectNode message() {
    return object().put("jsonrpc", "2.0");
  }
}
