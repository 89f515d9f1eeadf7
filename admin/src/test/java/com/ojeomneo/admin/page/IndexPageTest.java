package com.ojeomneo.admin.page;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import com.ojeomneo.admin.AdminStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(AdminStack.class)
class IndexPageTest {
  private static final Pattern NONCE = Pattern.compile("'nonce-([^']+)'");
  private static final Pattern FILE = Pattern.compile("(?:href|src)=\"(/[^\"]*)\"");

  @Test
  void thePageIsAskedForAgainEachTime() {
    get("/").then().statusCode(200).header("Cache-Control", equalTo("no-cache"));
  }

  @Test
  void stylesAreAllowedByANonceOfThisAnswerAlone() {
    Response first = get("/");
    Response second = get("/index.html");

    assertThat(nonce(first)).isNotEqualTo(nonce(second));
    for (Response page : List.of(first, second)) {
      assertThat(page.asString()).contains("nonce=\"" + nonce(page) + "\"");
      assertThat(page.header("Content-Security-Policy"))
          .contains("default-src 'none'", "script-src 'self'")
          .doesNotContain("unsafe");
    }
  }

  @Test
  void filesNamedByTheirContentAreKeptForAYearAndCompressed() {
    List<String> files = FILE.matcher(get("/").asString()).results().map(this::name).toList();

    assertThat(files).anyMatch(file -> file.endsWith(".js"));
    for (String file : files) {
      given().header("Accept-Encoding", "gzip").get(file).then().statusCode(200);
    }
    files.stream()
        .filter(file -> file.startsWith("/assets/"))
        .forEach(
            file ->
                given()
                    .header("Accept-Encoding", "gzip")
                    .get(file)
                    .then()
                    .header("Content-Encoding", "gzip")
                    .header("Cache-Control", "public, max-age=31536000, immutable"));
  }

  @Test
  void theAbsenceOfAFileIsNotKept() {
    get("/assets/gone-Abc123.js")
        .then()
        .statusCode(404)
        .header("Cache-Control", equalTo("no-store"));
  }

  @Test
  void whatIsNotThePageMayRunAndShowNothing() {
    get("/api/session")
        .then()
        .statusCode(401)
        .header("Content-Security-Policy", containsString("default-src 'none'"))
        .header("Content-Security-Policy", not(containsString("nonce")));
  }

  private static String nonce(Response page) {
    var found = NONCE.matcher(page.header("Content-Security-Policy"));
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  private String name(MatchResult link) {
    return link.group(1);
  }
}
