package com.ojeomneo.server.checkout;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import com.ojeomneo.server.TestStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestStack.class)
class AppReturnPageTest {
  @Test
  void whatThePaymentPageSaidIsPassedOnToTheApp() {
    String link = "ojeomneo://checkout/return?paymentKey=k%261&amp;orderId=o&amp;amount=9000";
    given()
        .queryParam("orderId", "o")
        .queryParam("paymentKey", "k&1")
        .queryParam("amount", "9000")
        .get("/checkout/app-return")
        .then()
        .statusCode(200)
        .contentType("text/html")
        .header("Cache-Control", equalTo("no-store"))
        .body(containsString("content=\"0;url=" + link + "\""))
        .body(containsString("href=\"" + link + "\""));
  }

  @Test
  void whatAProviderSaidIsPassedOnToTheApp() {
    String link = "ojeomneo://login/kakao?code=c%2F1&amp;state=s";
    given()
        .queryParam("state", "s")
        .queryParam("code", "c/1")
        .queryParam("id_token", "x")
        .get("/login/kakao/app")
        .then()
        .statusCode(200)
        .header("Cache-Control", equalTo("no-store"))
        .header("Referrer-Policy", equalTo("no-referrer"))
        .body(containsString("href=\"" + link + "\""))
        .body(not(containsString("id_token")));
    given().get("/login/naver/app").then().statusCode(404);
  }

  @Test
  void nothingElseIsPassedOnAndNothingBecomesMarkup() {
    given()
        .queryParam("code", "PAY_PROCESS_CANCELED\"><script>")
        .queryParam("url", "https://elsewhere.example")
        .get("/checkout/app-return")
        .then()
        .statusCode(200)
        .body(
            containsString(
                "ojeomneo://checkout/return?code=PAY_PROCESS_CANCELED%22%3E%3Cscript%3E\""))
        .body(not(containsString("<script>")))
        .body(not(containsString("elsewhere")));
  }
}
