package com.ojeomneo.admin.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.net.URI;
import java.util.HashSet;
import java.util.Set;

/**
 * Holds each answer against the API's document, whatever test asked for it: what is null there,
 * left out or not described is not what the pages are typed by.
 */
public final class Described implements Filter {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  public Response filter(
      FilterableRequestSpecification request,
      FilterableResponseSpecification wanted,
      FilterContext chain) {
    Response answer = chain.next(request, wanted);
    String path = URI.create(request.getURI()).getRawPath();
    String type = String.valueOf(answer.contentType());
    if (type.startsWith("application/problem+json")) {
      check(Document.WHOLE.at("/components/schemas/Problem"), json(answer.asString()), path);
    } else if (answer.statusCode() / 100 == 2) {
      String status = String.valueOf(answer.statusCode());
      var operation = Document.of(request.getMethod(), path);
      JsonNode said = operation.said().get("responses").path(status);
      require(said.isObject(), status + " of " + operation.id());
      if (type.startsWith("application/json")) {
        JsonNode schema = said.at("/content/application~1json/schema");
        require(schema.isObject(), "JSON of " + operation.id());
        check(schema, json(answer.asString()), operation.id());
      }
    }
    return answer;
  }

  /** The same for what a board is told. */
  public static void event(String name, String data) {
    JsonNode schema = Document.WHOLE.at("/components/schemas/BoardEvents/properties/" + name);
    require(schema.isObject(), "event " + name);
    check(schema, json(data), name);
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  private static void check(JsonNode reference, JsonNode value, String place) {
    JsonNode schema = Document.resolved(reference);
    if (schema.has("anyOf")) {
      // Ours are "that, or null".
      if (!value.isNull()) {
        check(schema.get("anyOf").get(0), value, place);
      }
      return;
    }
    if (schema.has("type")) {
      require(texts(schema.get("type")).contains(typeOf(value)), place + " is " + typeOf(value));
    }
    if (schema.has("enum")) {
      require(texts(schema.get("enum")).contains(value.textValue()), place + " is " + value);
    }
    if (value.isArray()) {
      value.forEach(each -> check(schema.path("items"), each, place + "[]"));
    } else if (value.isObject() && schema.has("type")) {
      members(schema, value, place);
    }
  }

  private static void members(JsonNode schema, JsonNode value, String place) {
    for (String name : texts(schema.path("required"))) {
      require(value.has(name), place + "." + name + " is missing");
    }
    JsonNode others = schema.path("additionalProperties");
    value
        .properties()
        .forEach(
            member -> {
              String at = place + "." + member.getKey();
              JsonNode known = schema.path("properties").path(member.getKey());
              require(known.isObject() || others.isObject() || others.asBoolean(), at);
              check(known.isObject() ? known : others, member.getValue(), at);
            });
  }

  private static String typeOf(JsonNode value) {
    return value.isIntegralNumber() ? "integer" : value.getNodeType().name().toLowerCase();
  }

  private static Set<String> texts(JsonNode oneOrMore) {
    var all = new HashSet<String>();
    if (oneOrMore.isTextual()) {
      all.add(oneOrMore.textValue());
    }
    oneOrMore.forEach(each -> all.add(each.textValue()));
    return all;
  }

  private static void require(boolean holds, String what) {
    if (!holds) {
      throw new AssertionError("not as the API's document has it: " + what);
    }
  }
}
