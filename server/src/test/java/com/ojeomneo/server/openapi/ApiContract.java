package com.ojeomneo.server.openapi;

import static com.ojeomneo.server.Customer.API;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Holds every answer of the API against its document, whatever test asked for it: the status is
 * listed, the media type is listed for it, and the body is as its schema says, which for a refusal
 * includes the codes that the operation names.
 */
public final class ApiContract implements Filter {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Under the API's path, and none of it: the document itself, its page, and the tests' own. */
  private static final Set<String> OTHERS = Set.of("/openapi", "/docs", "/healthcheck", "/test");

  @Override
  public Response filter(
      FilterableRequestSpecification request,
      FilterableResponseSpecification wanted,
      FilterContext chain) {
    Response answer = chain.next(request, wanted);
    check(
        request.getMethod(),
        URI.create(request.getURI()),
        new Answer(answer.statusCode(), String.valueOf(answer.contentType()), answer.asString()));
    return answer;
  }

  /** The same for an answer that came by a plain client. */
  public static HttpResponse<String> check(HttpResponse<String> answer) {
    String type = answer.headers().firstValue("Content-Type").orElse("");
    check(
        answer.request().method(),
        answer.uri(),
        new Answer(answer.statusCode(), type, answer.body()));
    return answer;
  }

  /** The same for what the stream of an order tells. */
  public static void event(String data) {
    var faults = Described.component("OrderView").validate(json(data));
    require(faults.isEmpty(), "an event is not as described: " + faults + " in " + data);
  }

  private record Answer(int status, String type, String body) {}

  private static void check(String method, URI uri, Answer answer) {
    String path = uri.getRawPath();
    if (path.startsWith(API + "/")
        && OTHERS.stream().noneMatch(path.substring(API.length())::startsWith)) {
      check(method, path.substring(API.length()), answer);
    }
  }

  private static void check(String method, String path, Answer answer) {
    int status = answer.status();
    String place = method + " " + path + " → " + status;
    Optional<Described> operation = Described.of(method, path);
    if (operation.isEmpty()) {
      // Nothing is there, or not by this method: HEAD is GET without its body.
      require(
          status / 100 == 4 || Set.of("OPTIONS", "HEAD").contains(method),
          place + " is not described");
      return;
    }
    JsonNode said = operation.get().answer(status);
    require(said.isObject(), place + " is not listed for " + operation.get().id());
    JsonNode content = said.path("content");
    String body = answer.body();
    if (status == 403 && body.isEmpty()) {
      // A page of elsewhere: no browser would let it read why.
      return;
    }
    if (content.isEmpty()) {
      require(body.isEmpty(), place + " has a body: " + body);
      return;
    }
    String type = answer.type().replaceAll(";.*", "");
    Optional<String> listed =
        content
            .propertyStream()
            .map(Map.Entry::getKey)
            .filter(each -> covers(each, type))
            .findFirst();
    require(listed.isPresent(), place + " is " + type + ": " + body);
    if (type.endsWith("json")) {
      JsonSchema schema = operation.get().schema(status, listed.get());
      var faults = schema.validate(json(body));
      require(faults.isEmpty(), place + " is not as described: " + faults + " in " + body);
    }
  }

  private static boolean covers(String listed, String type) {
    return listed.endsWith("/*")
        ? type.startsWith(listed.substring(0, listed.length() - 1))
        : listed.equals(type);
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  private static void require(boolean holds, String what) {
    if (!holds) {
      throw new AssertionError("the API's document: " + what);
    }
  }
}
