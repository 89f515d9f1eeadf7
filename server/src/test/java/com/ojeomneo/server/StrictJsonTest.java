package com.ojeomneo.server;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
  void aMemberNobodyKnowsIsIgnored() {
    post("\"number\": 1, \"flag\": true, \"surprise\": {}").statusCode(200);
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
