package com.ojeomneo.server.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The document by itself; against what is answered it is held by every other test. */
class ApiDocumentTest {
  static List<Described> operations() {
    return Described.ALL;
  }

  @ParameterizedTest
  @MethodSource("operations")
  void everyOperationSaysInBothLanguagesWhatItDoes(Described operation) {
    for (String text : List.of("summary", "description")) {
      JsonNode said = operation.said().path(text);
      if (said.isTextual() || text.equals("summary")) {
        assertThat(said.asText()).as(text).matches("(?s).*[가-힣].* · .*[a-z].*");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("operations")
  void everyRefusalNamesItsCodesAndShowsEachInBothLanguages(Described operation) {
    assertThat(answers(operation, "[45]..")).isNotEmpty();
    answers(operation, "[45]..")
        // What refuses another page's origin there has no words.
        .filter(answer -> !answer.getKey().equals("403") || answer.getValue().has("content"))
        .forEach(
            answer -> {
              JsonNode media = answer.getValue().at("/content/application~1problem+json");
              List<String> codes =
                  media
                      .at("/schema/allOf/1/properties/code/enum")
                      .valueStream()
                      .map(JsonNode::asText)
                      .toList();
              assertThat(codes).as(answer.getKey()).isNotEmpty();
              for (String code : codes) {
                for (String language : List.of("ko", "en")) {
                  String name = code + "." + language;
                  assertThat(media.at("/examples/" + name + "/$ref").asText()).endsWith("/" + name);
                  JsonNode example = Described.WHOLE.at("/components/examples/" + name + "/value");
                  assertThat(example.path("status").asText()).isEqualTo(answer.getKey());
                  assertThat(
                          operation
                              .schema(Integer.parseInt(answer.getKey()), "application/problem+json")
                              .validate(example))
                      .isEmpty();
                }
              }
            });
  }

  @ParameterizedTest
  @MethodSource("operations")
  void everyAnswerIsTypedAndHasAnExampleOfItsType(Described operation) {
    List<Entry<String, JsonNode>> good = answers(operation, "2..").toList();
    assertThat(good).isNotEmpty();
    for (Entry<String, JsonNode> answer : good) {
      JsonNode media = answer.getValue().at("/content/application~1json");
      if (media.isObject()) {
        assertThat(media.has("schema")).isTrue();
        assertThat(media.has("example")).as("example of " + answer.getKey()).isTrue();
        assertThat(
                operation
                    .schema(Integer.parseInt(answer.getKey()), "application/json")
                    .validate(media.get("example")))
            .isEmpty();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("operations")
  void everyBodyHasAnExampleOfItsType(Described operation) {
    JsonNode media = operation.said().at("/requestBody/content/application~1json");
    if (operation.said().has("requestBody")) {
      assertThat(media.has("example")).isTrue();
      assertThat(
              operation
                  .at("requestBody", "content", "application/json", "schema")
                  .validate(media.get("example")))
          .isEmpty();
    }
  }

  private static Stream<Entry<String, JsonNode>> answers(Described operation, String statuses) {
    return operation
        .said()
        .get("responses")
        .propertyStream()
        .map(Entry::getKey)
        .filter(status -> status.matches(statuses))
        .map(status -> Map.entry(status, operation.answer(Integer.parseInt(status))));
  }
}
