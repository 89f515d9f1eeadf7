package com.ojeomneo.admin.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;

/** The API's document, as the build has left it for the pages. */
final class Document {
  static final JsonNode WHOLE = read();
  static final List<Operation> OPERATIONS = operations();

  private Document() {}

  /**
   * @param method in upper case
   * @param path with its parameters in braces
   */
  record Operation(String method, String path, JsonNode said) {
    String id() {
      return said.get("operationId").textValue();
    }

    JsonNode security() {
      return said.path("security").isMissingNode() ? WHOLE.get("security") : said.get("security");
    }

    private boolean covers(String asked) {
      return asked.matches(path.replaceAll("\\{[^}]+}", "[^/]+"));
    }

    private long parameters() {
      return path.chars().filter(c -> c == '{').count();
    }
  }

  /** Where two would do, the one that says more. */
  static Operation of(String method, String path) {
    return OPERATIONS.stream()
        .filter(each -> each.method().equals(method) && each.covers(path))
        .min(Comparator.comparing(Operation::parameters))
        .orElseThrow(() -> new NoSuchElementException("undescribed: " + method + " " + path));
  }

  static JsonNode resolved(JsonNode schema) {
    JsonNode reference = schema.path("$ref");
    return reference.isMissingNode() ? schema : WHOLE.at(reference.textValue().substring(1));
  }

  private static List<Operation> operations() {
    var all = new ArrayList<Operation>();
    WHOLE
        .get("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        each ->
                            all.add(
                                new Operation(
                                    each.getKey().toUpperCase(), path.getKey(), each.getValue()))));
    return all;
  }

  private static JsonNode read() {
    try {
      return new ObjectMapper().readTree(Files.readString(Path.of("target/openapi/openapi.json")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
