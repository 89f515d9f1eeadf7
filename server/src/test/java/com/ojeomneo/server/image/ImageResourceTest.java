package com.ojeomneo.server.image;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.head;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;

import com.ojeomneo.platform.database.Database;
import com.ojeomneo.server.Pictures;
import com.ojeomneo.server.TestStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(TestStack.class)
class ImageResourceTest {
  private static final String IMAGES = "/ojeomneo/v1/images/";
  private static final String SVG =
      "<svg xmlns='http://www.w3.org/2000/svg'><path d='M0 0'/></svg>";

  @Test
  void aPictureIsKeptByCachesAndCanDoNothing() {
    byte[] body =
        get(IMAGES + Pictures.add(SVG))
            .then()
            .statusCode(200)
            .header("Content-Type", equalTo("image/svg+xml"))
            .header("Cache-Control", equalTo("public, max-age=31536000, immutable"))
            .header("X-Content-Type-Options", equalTo("nosniff"))
            .header(
                "Content-Security-Policy",
                equalTo("default-src 'none'; style-src 'unsafe-inline'; sandbox"))
            .extract()
            .asByteArray();

    assertThat(body).isEqualTo(SVG.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void whoHoldsItIsToldSoWithoutABody() {
    String image = IMAGES + Pictures.add(SVG);
    String tag = get(image).then().extract().header("ETag");

    for (String held : new String[] {tag, "\"other\", W/" + tag, "*"}) {
      given()
          .header("If-None-Match", held)
          .get(image)
          .then()
          .statusCode(304)
          .header("ETag", equalTo(tag))
          .header("Cache-Control", equalTo("public, max-age=31536000, immutable"))
          .body(emptyString());
    }
    given().header("If-None-Match", "\"other\"").get(image).then().statusCode(200);
  }

  @Test
  void headTellsWhatGetWould() {
    String image = IMAGES + Pictures.add(SVG);

    head(image)
        .then()
        .statusCode(200)
        .header("Content-Type", equalTo("image/svg+xml"))
        .header("ETag", equalTo(get(image).header("ETag")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x",
        "..%2fmenus",
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
      })
  void whatIsNotThereIsNotFound(String name) {
    given()
        .urlEncodingEnabled(false)
        .get(IMAGES + name)
        .then()
        .statusCode(404)
        .contentType("application/problem+json")
        .body("code", equalTo("NOT_FOUND"));
  }

  @Test
  void noPictureHasTheNameOfAnother() {
    assertThatThrownBy(
            () ->
                new Database(TestStack.owner())
                    .sql()
                    .execute(
                        "INSERT INTO images VALUES (repeat('0', 64), 'image/png', '\\x00', now())"))
        .hasMessageContaining("images_named_by_content");
  }
}
