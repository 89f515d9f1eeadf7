package com.ojeomneo.server.openapi;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/**
 * An example of each body, put together along its schema. What a text or number reads like is in
 * {@code examples.json}, by the name of its member, or of schema and member where that name has
 * another meaning elsewhere; null leaves it out, or says null where it is always there.
 */
final class Examples {
  private static final String JSON = "application/json";

  private final Map<String, Object> values;
  private final Map<String, Schema> schemas;

  Examples(OpenAPI api) {
    this.schemas = api.getComponents().getSchemas();
    try (InputStream json = Examples.class.getResourceAsStream("examples.json")) {
      this.values = new ObjectMapper().readValue(json, new TypeReference<>() {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * @throws IllegalStateException when nothing says what a member reads like
   */
  void addTo(OpenAPI api) {
    api.getPaths().getPathItems().values().stream()
        .flatMap(path -> path.getOperations().values().stream())
        .flatMap(Examples::contents)
        .filter(content -> content != null && content.hasMediaType(JSON))
        .map(content -> content.getMediaType(JSON))
        .filter(media -> media.getSchema() != null)
        .forEach(media -> media.setExample(of("", "", media.getSchema())));
  }

  private static Stream<Content> contents(Operation operation) {
    Stream<Content> answers =
        operation.getResponses().getAPIResponses().values().stream()
            .map(answer -> answer.getContent());
    return operation.getRequestBody() == null
        ? answers
        : Stream.concat(Stream.of(operation.getRequestBody().getContent()), answers);
  }

  private Object of(String owner, String name, Schema schema) {
    String full = owner + "." + name;
    if (values.containsKey(full)) {
      return values.get(full);
    }
    if (schema.getRef() != null) {
      String referred = schema.getRef().substring(schema.getRef().lastIndexOf('/') + 1);
      return values.containsKey(referred)
          ? values.get(referred)
          : of(referred, "", schemas.get(referred));
    }
    if (schema.getAnyOf() != null) {
      return of(owner, name, schema.getAnyOf().getFirst());
    }
    if (schema.getProperties() != null) {
      return members(owner, schema);
    }
    if (schema.getEnumeration() != null) {
      return schema.getEnumeration().getFirst();
    }
    if (values.containsKey(name)) {
      return values.get(name);
    }
    if (schema.getItems() != null) {
      return List.of(of(owner, name, schema.getItems()));
    }
    return plain(full, schema);
  }

  private Map<String, Object> members(String owner, Schema schema) {
    List<String> always = schema.getRequired() == null ? List.of() : schema.getRequired();
    var example = new LinkedHashMap<String, Object>();
    schema
        .getProperties()
        .forEach(
            (name, member) -> {
              Object value = of(owner, name, member);
              if (value != null || always.contains(name)) {
                example.put(name, value);
              }
            });
    return example;
  }

  private static Object plain(String place, Schema schema) {
    return switch (schema.getFormat()) {
      case "uuid" -> "018f2c5e-7c1a-7d10-9f4b-3f1f5a1c2d3e";
      case "date-time" -> "2026-01-02T03:00:00Z";
      case null, default -> {
        List<SchemaType> types = schema.getType() == null ? List.of() : schema.getType();
        if (types.contains(SchemaType.BOOLEAN)) {
          yield true;
        }
        if (types.contains(SchemaType.INTEGER)) {
          yield 1;
        }
        throw new IllegalStateException("examples.json says nothing of " + place);
      }
    };
  }
}
