package dev.jaxrscors.products.tools;

import static dev.jaxrscors.products.tools.RpcException.INVALID_PARAMS;
import static dev.jaxrscors.products.tools.RpcException.METHOD_NOT_FOUND;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jaxrscors.products.tools.Tool.Progress;
import java.util.List;

/** Answers what clients ask, by the tools that there are. */
final class ToolBox {

  /** The versions of the protocol that are spoken, the best first. */
  static final List<String> VERSIONS = List.of("2025-11-25", "2025-06-18", "2025-03-26");

  private final List<Tool> tools;

  ToolBox(Tool... tools) {
    this.tools = List.of(tools);
  }

  /**
   * Returns the result of a request.
   *
   * @param progress is told how far it is
   * @throws RpcException if there is none
   * @throws InterruptedException if the server stops
   */
  ObjectNode answer(RpcRequest request, Progress progress)
      throws RpcException, InterruptedException {
    return switch (request.method()) {
      case "initialize" -> initialize(request);
      case "ping" -> RpcReply.object();
      case "tools/list" -> list();
      case "tools/call" -> call(request, progress);
      default -> throw new RpcException(METHOD_NOT_FOUND, "There is no " + request.method() + ".");
    };
  }

  private static ObjectNode initialize(RpcRequest request) {
    String wanted = request.params().path("protocolVersion").asText();
    ObjectNode result = RpcReply.object();
    result.put("protocolVersion", VERSIONS.contains(wanted) ? wanted : VERSIONS.get(0));
    result.putObject("capabilities").putObject("tools");
    result.putObject("serverInfo").put("name", "text-tools").put("version", "1.0");
    return result;
  }

  private ObjectNode list() {
    ObjectNode result = RpcReply.object();
    ArrayNode listed = result.putArray("tools");
    for (Tool tool : tools) {
      listed
          .addObject()
          .put("name", tool.name())
          .put("description", tool.description())
          .set("inputSchema", tool.inputSchema());
    }
    return result;
  }

  private ObjectNode call(RpcRequest request, Progress progress)
      throws RpcException, InterruptedException {
    Tool tool = find(request.params().path("name").asText());
    ObjectNode result = RpcReply.object();
    ArrayNode content = result.putArray("content");
    for (String text : tool.call(request.params().path("arguments"), progress)) {
      content.addObject().put("type", "text").put("text", text);
    }
    return result;
  }

  private Tool find(String name) throws RpcException {
    return tools.stream()
        .filter(tool -> tool.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new RpcException(INVALID_PARAMS, "There is no tool " + name + "."));
  }
}
