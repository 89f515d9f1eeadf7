package com.ojeomneo.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** An HTTP status and a JSON body: what a request is answered with, and what is kept to repeat. */
record Answer(int status, String body) {
  static Answer ok(JsonNode body) {
    return new Answer(200, body.toString());
  }

  static Answer error(int status, String code, String message) {
    var body = JsonNodeFactory.instance.objectNode().put("code", code).put("message", message);
    return new Answer(status, body.toString());
  }

  /** Only an HTTP status, as a gateway in front of the provider sends it. */
  static Answer bare(int status) {
    return new Answer(status, "");
  }

  /** Whether an idempotency key repeats it: not what only says that nothing is decided yet. */
  boolean isRepeatable() {
    return status < 500 && status != 409;
  }
}
