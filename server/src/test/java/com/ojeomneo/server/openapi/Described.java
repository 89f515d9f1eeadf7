package com.ojeomneo.server.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * An operation of the API's document, as the build has left it.
 *
 * @param method in upper case
 * @param path with its parameters in braces
 */
record Described(String method, String path, JsonNode said) {
  private static final String ADDRESS = "urn:ojeomneo:openapi";
  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
  private static final SchemaValidatorsConfig CHECKS =
      SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
  private static final Map<String, JsonSchema> SCHEMAS = new ConcurrentHashMap<>();

  static final JsonNode WHOLE = read();
  static final List<Described> ALL = all();
  private static final JsonSchemaFactory FACTORY =
      JsonSchemaFactory.getInstance(
          VersionFlag.V202012,
          factory ->
              factory.schemaLoaders(loaders -> loaders.schemas(Map.of(ADDRESS, WHOLE.toString()))));

  /** Where two would do, the one that says more. */
  static Optional<Described> of(String method, String path) {
    return ALL.stream()
        .filter(each -> each.method().equals(method) && each.covers(path))
        .min(Comparator.comparing(Described::parameters));
  }

  String id() {
    return said.get("operationId").textValue();
  }

  JsonNode answer(int status) {
    JsonNode here = said.get("responses").path(String.valueOf(status));
    return here.has("$ref") ? WHOLE.at(here.get("$ref").textValue().substring(1)) : here;
  }

  JsonSchema schema(int status, String mediaType) {
    JsonNode shared = said.at("/responses/" + status + "/$ref");
    return shared.isTextual()
        ? pointed(shared.textValue() + "/content/" + escaped(mediaType) + "/schema")
        : at("responses", String.valueOf(status), "content", mediaType, "schema");
  }

  /** The schema that stands there in this operation, with what it refers to. */
  JsonSchema at(String... steps) {
    var pointer =
        new StringBuilder("#/paths/")
            .append(escaped(path))
            .append('/')
            .append(method.toLowerCase(Locale.ROOT));
    for (String step : steps) {
      pointer.append('/').append(escaped(step));
    }
    return pointed(pointer.toString());
  }

  static JsonSchema component(String name) {
    return pointed("#/components/schemas/" + name);
  }

  private static JsonSchema pointed(String pointer) {
    return SCHEMAS.computeIfAbsent(
        pointer, there -> FACTORY.getSchema(SchemaLocation.of(ADDRESS + there), CHECKS));
  }

  @Override
  public String toString() {
    return method + " " + path;
  }

  private boolean covers(String asked) {
    return asked.matches(path.replaceAll("\\{[^}]+}", "[^/]+"));
  }

  private long parameters() {
    return path.chars().filter(c -> c == '{').count();
  }

  private static String escaped(String step) {
    return step.replace("~", "~0").replace("/", "~1").replace("{", "%7B").replace("}", "%7D");
  }

  private static List<Described> all() {
    return WHOLE
        .get("paths")
        .propertyStream()
        .flatMap(
            path ->
                path.getValue()
                    .propertyStream()
                    .filter(each -> METHODS.contains(each.getKey()))
                    .map(
                        each ->
                            new Described(
                                each.getKey().toUpperCase(Locale.ROOT),
                                path.getKey(),
                                each.getValue())))
        .toList();
  }

  private static JsonNode read() {
    try {
      return new ObjectMapper().readTree(Files.readString(Path.of("target/openapi/openapi.json")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
