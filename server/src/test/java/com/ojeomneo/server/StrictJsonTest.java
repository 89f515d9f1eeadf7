package com.ojeomneo.server;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(TestStack.class)
class StrictJsonTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "text   | 1",
        "text   | 1.5",
        "text   | true",
        "text   | []",
        "text   | {}",
        "text   | \"a\\u0000b\"",
        "text   | \"\\ud800\"",
        "number | \"1\"",
        "number | \"\"",
        "number | 1.0",
        "number | true",
        "number | null",
        "number | 99999999999",
        "number | 1e999999999",
        "flag   | \"true\"",
        "flag   | 1",
        "time   | 1767225600",
        "time   | \"2026-01-01\"",
        "time   | \"+12026-01-01T00:00:00Z\"",
        "time   | \"\"",
        "id     | \"x\"",
        "id     | \"\"",
        "day    | \"FRI\"",
        "day    | 0",
        "texts  | \"a\"",
      })
  void aValueOfTheWrongTypeIsRefusedByName(String field, String value) {
    post("\"%s\": %s".formatted(field, value))
        .statusCode(400)
        .body("errors.field", contains(field));
  }

  @Test
  void aWrongElementIsNamedByItsIndex() {
    post("\"texts\": [\"a\", 1]").statusCode(400).body("errors.field", contains("texts[1]"));
    post("\"texts\": [\"\\u0000\"]").statusCode(400).body("errors.field", contains("texts[0]"));
  }

  @Test
  void aMemberNobodyKnowsIsRefusedByName() {
    post("\"surprise\": {}, \"number\": 1, \"flag\": true")
        .statusCode(400)
        .body("errors.field", contains("surprise"))
        .body("errors.message", contains("모르는 항목이에요."));
    post("\"%s\": 1".formatted("가".repeat(201))).statusCode(400);
  }

  @Test
  void aMemberThatStandsTwiceIsRefused() {
    post("\"number\": 1, \"number\": 2, \"flag\": true")
        .statusCode(400)
        .body("errors.field", contains("body"))
        .body("errors.message[0]", containsString("(1:"));
  }

  /** Half a character, none at all, and U+0000 in two bytes. */
  @ParameterizedTest
  @ValueSource(strings = {"c328", "fffe", "c080"})
  void whatIsNoUtf8IsRefused(String hex) {
    String before = "{\"number\": 1, \"flag\": true, \"text\": \"";
    byte[] bytes = (before + "__\"}").getBytes(StandardCharsets.UTF_8);
    System.arraycopy(HexFormat.of().parseHex(hex), 0, bytes, before.length(), 2);
    given()
        .contentType(ContentType.JSON)
        .basePath(Customer.API)
        .body(bytes)
        .post("/test/everything")
        .then()
        .statusCode(400);
  }

  @Test
  void whatIsTooDeepIsRefused() {
    post("\"texts\": " + "[".repeat(10_000) + "]".repeat(10_000)).statusCode(400);
    post("\"number\": " + "1".repeat(10_000)).statusCode(400);
  }

  @Test
  void aTimeWithAnOffsetIsAnsweredInUtc() {
    post("\"number\": 1, \"flag\": true, \"time\": \"2026-01-01T12:00:00.5+09:00\"")
        .statusCode(200)
        .body("time", equalTo("2026-01-01T03:00:00.500Z"));
  }

  @Test
  void aMemberWithoutAValueIsNull() {
    post("\"number\": 1, \"flag\": true").body("$", hasKey("text")).body("text", equalTo(null));
  }

  /** Members that a test leaves out come after its own, so that its own is looked at first. */
  private static ValidatableResponse post(String members) {
    return given()
        .contentType(ContentType.JSON)
        .basePath(Customer.API)
        .body("{" + members + "}")
        .post("/test/everything")
        .then();
  }
}
