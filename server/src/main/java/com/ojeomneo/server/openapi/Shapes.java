package com.ojeomneo.server.openapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.FieldInfo;
import org.jboss.jandex.IndexView;
import org.jspecify.annotations.Nullable;

/**
 * What an answer always has and what may be null in it, read off its record: a component stands in
 * every answer unless it is left out when null ({@link JsonInclude}), and is null only where it is
 * {@link Nullable}. What a request must have is already said by its constraints.
 */
final class Shapes {
  private static final DotName NULLABLE = DotName.createSimple(Nullable.class);
  private static final DotName LEFT_OUT = DotName.createSimple(JsonInclude.class);
  private static final DotName UNWRAPPED = DotName.createSimple(JsonUnwrapped.class);
  private static final DotName NAMED =
      DotName.createSimple(org.eclipse.microprofile.openapi.annotations.media.Schema.class);

  private final Map<String, ClassInfo> records = new HashMap<>();
  private final IndexView index;

  Shapes(IndexView index) {
    this.index = index;
    index.getKnownClasses().stream()
        .filter(ClassInfo::isRecord)
        .sorted(Comparator.comparing(type -> type.hasDeclaredAnnotation(NAMED)))
        .forEach(type -> records.put(nameOf(type), type));
  }

  void complete(OpenAPI api) {
    Map<String, Schema> schemas = api.getComponents().getSchemas();
    Set<String> asked = asked(api, schemas);
    schemas.forEach(
        (name, schema) -> {
          if (Character.isDigit(name.charAt(name.length() - 1))) {
            throw new IllegalStateException("Two types want to be the schema before " + name);
          }
          if (schema.getProperties() == null || asked.contains(name)) {
            return;
          }
          ClassInfo type = typeOf(name, schema);
          if (type != null) {
            var components = new HashMap<String, FieldInfo>();
            collect(type, components);
            complete(schema, components);
          }
        });
  }

  private static void complete(Schema schema, Map<String, FieldInfo> components) {
    var always = new ArrayList<String>();
    schema
        .getProperties()
        .forEach(
            (name, property) -> {
              FieldInfo component = components.get(name);
              if (component == null || !component.hasAnnotation(LEFT_OUT)) {
                always.add(name);
              }
              if (component != null && isNullable(component)) {
                property.addType(SchemaType.NULL);
              }
            });
    schema.setRequired(always);
  }

  /** A page's schema is named after what it holds; its components are the page's own. */
  private ClassInfo typeOf(String name, Schema schema) {
    boolean page = schema.getProperties().keySet().equals(Set.of("items", "nextCursor"));
    return page ? records.get("Page") : records.get(name);
  }

  private void collect(ClassInfo type, Map<String, FieldInfo> found) {
    for (FieldInfo field : type.fields()) {
      if (field.hasAnnotation(UNWRAPPED)) {
        collect(index.getClassByName(field.type().name()), found);
      } else {
        found.put(field.name(), field);
      }
    }
  }

  private static boolean isNullable(FieldInfo field) {
    return field.annotations(NULLABLE).stream()
        .anyMatch(
            each ->
                each.target().kind() == AnnotationTarget.Kind.FIELD
                    || each.target().asType().target().equals(field.type()));
  }

  private static String nameOf(ClassInfo type) {
    var named = type.declaredAnnotation(NAMED);
    return named == null || named.value("name") == null
        ? type.simpleName()
        : named.value("name").asString();
  }

  /** The schemas that requests are made of. */
  private static Set<String> asked(OpenAPI api, Map<String, Schema> schemas) {
    var found = new HashSet<String>();
    api.getPaths().getPathItems().values().stream()
        .flatMap(path -> path.getOperations().values().stream())
        .flatMap(Shapes::bodies)
        .forEach(schema -> follow(schema, schemas, found));
    return found;
  }

  private static Stream<Schema> bodies(Operation operation) {
    Content content =
        operation.getRequestBody() == null ? null : operation.getRequestBody().getContent();
    return content == null
        ? Stream.empty()
        : content.getMediaTypes().values().stream()
            .map(media -> media.getSchema())
            .filter(schema -> schema != null);
  }

  private static void follow(Schema schema, Map<String, Schema> schemas, Set<String> found) {
    if (schema.getRef() != null) {
      String name = schema.getRef().substring(schema.getRef().lastIndexOf('/') + 1);
      if (schemas.containsKey(name) && found.add(name)) {
        follow(schemas.get(name), schemas, found);
      }
    }
    Map<String, Schema> properties = schema.getProperties();
    (properties == null ? List.<Schema>of() : properties.values())
        .forEach(each -> follow(each, schemas, found));
    if (schema.getItems() != null) {
      follow(schema.getItems(), schemas, found);
    }
    if (schema.getAllOf() != null) {
      schema.getAllOf().forEach(each -> follow(each, schemas, found));
    }
  }
}
