package com.ojeomneo.server.auth;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ojeomneo.server.TestStack;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What arrived at an address, by SMTP, and the code in it. */
final class Mails {
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final Pattern CODE = Pattern.compile("(?m)^ {4}([0-9]{6})\\r?$");

  private Mails() {}

  static JsonPath to(String address) {
    return given()
        .queryParam("to", address)
        .get(TestStack.provider().resolve("/sandbox/mails"))
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  static int count(String address) {
    return to(address).getList("mails").size();
  }

  /** The code of the newest mail, once there are so many. */
  static String code(String address, int mails) {
    await().atMost(PATIENCE).until(() -> count(address) >= mails);
    List<String> texts = to(address).getList("mails.text");
    assertThat(texts).hasSize(mails);
    Matcher code = CODE.matcher(texts.getFirst());
    assertThat(code.find()).as("a code in " + texts.getFirst()).isTrue();
    return code.group(1);
  }

  /** The mail server goes away, or comes back. */
  static void away(boolean away) {
    given()
        .contentType(ContentType.JSON)
        .body(Map.of("away", away))
        .put(TestStack.provider().resolve("/sandbox/mails"))
        .then()
        .statusCode(200);
  }
}
