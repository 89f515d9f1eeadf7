package com.ojeomneo.bench.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.ojeomneo.bench.hostile.Operation.Parameter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The OpenAPI document of a running Server: its operations, with every reference followed. */
final class Document {
  private static final String BASE = "/ojeomneo/v1";
  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

  private final JsonNode root;

  Document(JsonNode root) {
    this.root = root;
  }

  List<Operation> operations() {
    var all = new ArrayList<Operation>();
    for (var path : root.path("paths").properties()) {
      for (var method : path.getValue().properties()) {
        if (METHODS.contains(method.getKey())) {
          all.add(operation(method.getKey(), path.getKey(), method.getValue()));
        }
      }
    }
    return all;
  }

  /** What a reference names; anything else is itself. */
  JsonNode resolved(JsonNode schema) {
    String reference = schema.path("$ref").asText();
    return reference.isEmpty() ? schema : resolved(root.at(reference.substring(1)));
  }

  private Operation operation(String method, String path, JsonNode operation) {
    var parameters = new ArrayList<Parameter>();
    for (JsonNode declared : operation.path("parameters")) {
      JsonNode parameter = resolved(declared);
      parameters.add(
          new Parameter(
              parameter.path("name").asText(),
              parameter.path("in").asText(),
              resolved(parameter.path("schema"))));
    }
    var statuses = new HashSet<Integer>();
    JsonNode responses = operation.path("responses");
    responses.fieldNames().forEachRemaining(status -> addTo(statuses, status));
    JsonNode body = operation.at("/requestBody/content/application~1json/schema");
    return new Operation(
        method.toUpperCase(java.util.Locale.ROOT),
        path.startsWith(BASE) ? path : BASE + path,
        List.copyOf(parameters),
        body.isMissingNode() ? MissingNode.getInstance() : resolved(body),
        Set.copyOf(statuses),
        responses.at("/200/content").has("text/event-stream"));
  }

  private static void addTo(Set<Integer> statuses, String status) {
    if (status.matches("[1-5][0-9]{2}")) {
      statuses.add(Integer.valueOf(status));
    }
  }
}
