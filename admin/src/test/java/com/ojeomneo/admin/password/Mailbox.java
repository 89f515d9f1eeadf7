package com.ojeomneo.admin.password;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ojeomneo.admin.AdminStack;
import io.restassured.http.ContentType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What arrived at an address, by SMTP, and the link in it. */
final class Mailbox {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Pattern LINK =
      Pattern.compile("(?m)^http://localhost:8000/#/password/([A-Za-z0-9_-]{43})\\r?$");

  private Mailbox() {}

  /** The last first. */
  static List<String> texts(String address) {
    return given()
        .queryParam("to", address)
        .get(AdminStack.sandbox().resolve("/sandbox/mails"))
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .getList("mails.text");
  }

  /** What the newest link opens with, once there are so many mails. */
  static String token(String address, int mails) {
    await().atMost(PATIENCE).until(() -> texts(address).size() >= mails);
    List<String> texts = texts(address);
    assertThat(texts).hasSize(mails);
    Matcher link = LINK.matcher(texts.getFirst());
    assertThat(link.find()).as("a link in " + texts.getFirst()).isTrue();
    return link.group(1);
  }

  /** The mail server goes away, or comes back. */
  static void away(boolean away) {
    given()
        .contentType(ContentType.JSON)
        .body(Map.of("away", away))
        .put(AdminStack.sandbox().resolve("/sandbox/mails"))
        .then()
        .statusCode(200);
  }
}
