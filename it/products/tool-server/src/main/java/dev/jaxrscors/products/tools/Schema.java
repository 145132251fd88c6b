package dev.jaxrscors.products.tools;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Schemas of arguments, in JSON Schema. */
final class Schema {

  private Schema() {}

  /** Returns the schema of an object that must have one property. */
  static ObjectNode requiring(String property, String type) {
    ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "object");
    schema.putObject("properties").putObject(property).put("type", type);
    schema.putArray("required").add(property);
    return schema;
  }
}
