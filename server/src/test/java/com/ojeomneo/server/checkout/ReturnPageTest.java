package com.ojeomneo.server.checkout;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import com.ojeomneo.server.TestStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(TestStack.class)
class ReturnPageTest {
  private static final String ORDER = "0197a3b2-7c11-7000-8000-000000000001";

  @Test
  void itShowsWhatTheAppNeedsToFinishThePayment() {
    back(Map.of("paymentKey", "tgen_20260601abc", "orderId", ORDER, "amount", "12000"))
        .statusCode(200)
        .body(containsString("인증이 끝났어요"))
        .body(containsString("http://localhost:3000/ojeomneo/v1/orders/" + ORDER + "/payment"))
        .body(containsString("{\"paymentKey\":\"tgen_20260601abc\",\"amount\":12000}"));
  }

  @Test
  void aRefusalIsSaidKindlyAndEscaped() {
    back(Map.of(
            "code",
            "PAY_PROCESS_CANCELED",
            "message",
            "<script>alert(1)</script> & {{orderId}} '취소'",
            "orderId",
            ORDER))
        .statusCode(200)
        .body(containsString("결제를 마치지 못했어요"))
        .body(containsString("PAY_PROCESS_CANCELED"))
        .body(containsString("&lt;script&gt;alert(1)&lt;/script&gt; &amp; {{orderId}}"))
        .body(not(containsString("<script")));
  }

  @ParameterizedTest
  @CsvSource({
    "'tgen_1; rm -rf ~', order-000001, 12000",
    "tgen_1, '../../admin', 12000",
    "tgen_1, order-000001, 1e9",
    "tgen_1, order-000001, 0",
    "'', order-000001, 12000",
  })
  void whatIsNotTheProvidersIsNotShown(String key, String order, String amount) {
    back(Map.of("paymentKey", key, "orderId", order, "amount", amount))
        .statusCode(400)
        .body(containsString("결제 정보를 읽을 수 없어요"))
        .body(not(containsString("curl")))
        .body(not(containsString("rm -rf")));
  }

  private static ValidatableResponse back(Map<String, String> query) {
    return given()
        .queryParams(query)
        .get("/checkout/return")
        .then()
        .contentType("text/html")
        .header("Cache-Control", equalTo("no-store"))
        .header("Content-Security-Policy", containsString("default-src 'none'"));
  }
}
