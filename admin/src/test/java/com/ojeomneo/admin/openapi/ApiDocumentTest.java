package com.ojeomneo.admin.openapi;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import com.ojeomneo.admin.AdminStack;
import com.ojeomneo.admin.Colleague;
import com.ojeomneo.admin.openapi.Document.Operation;
import com.ojeomneo.schema.jooq.enums.StaffRole;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map.Entry;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jboss.jandex.Index;
import org.jboss.jandex.Indexer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The document that the pages are typed by, against the code and against what is answered. */
@QuarkusTest
@WithTestResource(AdminStack.class)
class ApiDocumentTest {
  private static final List<Class<?>> METHODS =
      List.of(GET.class, POST.class, PUT.class, DELETE.class, PATCH.class);

  static List<Operation> operations() {
    return Document.OPERATIONS;
  }

  @Test
  void everyEndpointIsDescribed() throws IOException {
    Index code = indexed(Path.of("target/classes/com/ojeomneo/admin"));
    var endpoints = new TreeSet<String>();
    for (Class<?> method : METHODS) {
      code.getAnnotations(method).stream()
          .map(found -> found.target().asMethod())
          .map(each -> each.declaringClass().simpleName() + "_" + each.name())
          .forEach(endpoints::add);
    }
    assertThat(endpoints).hasSizeGreaterThan(25);
    assertThat(Document.OPERATIONS)
        .extracting(Operation::id)
        .containsExactlyInAnyOrderElementsOf(endpoints);
  }

  @ParameterizedTest
  @MethodSource("operations")
  void everyAnswerIsTyped(Operation operation) {
    List<Entry<String, JsonNode>> good =
        operation.said().get("responses").properties().stream()
            .filter(answer -> answer.getKey().startsWith("2"))
            .toList();
    assertThat(good).hasSize(1);
    JsonNode content = good.getFirst().getValue().path("content");
    if (good.getFirst().getKey().equals("204")) {
      assertThat(content).isEmpty();
    } else {
      assertThat(content).isNotEmpty().allMatch(media -> saysSomething(media.path("schema")));
    }
  }

  private static boolean saysSomething(JsonNode reference) {
    JsonNode schema = Document.resolved(reference);
    return switch (schema.path("type").asText()) {
      case "string" -> true;
      case "array" -> saysSomething(schema.path("items"));
      case "object" -> !schema.path("properties").isEmpty();
      default -> false;
    };
  }

  @ParameterizedTest
  @MethodSource("operations")
  void whatNeedsASessionIsRefusedWithoutOneAndNothingElseIs(Operation operation) {
    boolean open = operation.security().isEmpty();
    asked(given(), operation)
        .statusCode(open ? equalTo(400) : equalTo(401))
        .body("code", open ? not(equalTo("SESSION_ENDED")) : equalTo("SESSION_ENDED"));
  }

  @ParameterizedTest
  @MethodSource("operations")
  void whatNeedsTheTokenIsRefusedWithoutItAndNothingElseIs(Operation operation) {
    boolean needed = operation.security().path(0).has("csrfToken");
    assertThat(needed)
        .isEqualTo(!operation.method().equals("GET") && !operation.security().isEmpty());
    if (needed) {
      Colleague viewer = Colleague.hired(StaffRole.VIEWER).signIn();
      asked(viewer.asks(), operation).statusCode(403).body("code", equalTo("CSRF_TOKEN_INVALID"));
    }
  }

  private static ValidatableResponse asked(RequestSpecification request, Operation operation) {
    RequestSpecification whole =
        operation.said().has("requestBody")
            ? request.contentType(ContentType.JSON).body("{}")
            : request;
    return whole.request(operation.method(), operation.path().replaceAll("\\{[^}]+}", "x")).then();
  }

  private static Index indexed(Path classes) throws IOException {
    var indexer = new Indexer();
    try (Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".class")).toList()) {
        try (InputStream bytes = Files.newInputStream(file)) {
          indexer.index(bytes);
        }
      }
    }
    return indexer.complete();
  }
}
