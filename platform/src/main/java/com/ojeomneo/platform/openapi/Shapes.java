package com.ojeomneo.platform.openapi;

import static org.eclipse.microprofile.openapi.OASFactory.createSchema;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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

  private final Map<String, List<ClassInfo>> records;
  private final IndexView index;

  Shapes(IndexView index) {
    this.index = index;
    this.records =
        index.getKnownClasses().stream()
            .filter(ClassInfo::isRecord)
            // An index of several may have a class more than once.
            .collect(Collectors.toMap(ClassInfo::name, type -> type, (same, again) -> same))
            .values()
            .stream()
            .collect(Collectors.groupingBy(Shapes::nameOf));
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
          Map<String, FieldInfo> components = componentsOf(name, schema);
          if (components != null) {
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
                allowNull(property);
              }
            });
    schema.setRequired(always);
  }

  private static void allowNull(Schema property) {
    if (property.getRef() == null) {
      property.addType(SchemaType.NULL);
    } else {
      // A type beside a reference would be one more thing to be at the same time.
      property.addAnyOf(createSchema().ref(property.getRef()));
      property.addAnyOf(createSchema().addType(SchemaType.NULL));
      property.setRef(null);
    }
  }

  /**
   * Those of the record that the schema was made of, null for none. Records of one name are told
   * apart by their components; a page's schema is named after what it holds.
   */
  private Map<String, FieldInfo> componentsOf(String name, Schema schema) {
    Set<String> members = schema.getProperties().keySet();
    boolean page = members.equals(Set.of("items", "nextCursor"));
    List<ClassInfo> named = records.getOrDefault(page ? "Page" : name, List.of());
    List<Map<String, FieldInfo>> alike =
        named.stream()
            .map(this::componentsOf)
            .filter(components -> components.keySet().containsAll(members))
            .toList();
    if (alike.size() > 1 || alike.isEmpty() && !named.isEmpty()) {
      throw new IllegalStateException("Which of these is the schema " + name + "? " + named);
    }
    return alike.isEmpty() ? null : alike.getFirst();
  }

  private Map<String, FieldInfo> componentsOf(ClassInfo type) {
    var found = new HashMap<String, FieldInfo>();
    collect(type, found);
    return found;
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
