package com.ojeomneo.server.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.ojeomneo.server.TestStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What a customer can show to whoever pays the expenses. */
@QuarkusTest
@WithTestResource(TestStack.class)
class ReceiptTest {
  @Test
  void aPaidOrderHasAReceipt() {
    Instant before = Instant.now().minusSeconds(5);
    JsonPath receipt =
        receipt(PlacedOrder.any().paid()).then().statusCode(200).extract().jsonPath();
    assertThat(receipt.getInt("amount")).isEqualTo(9000);
    assertThat(receipt.getInt("refunded")).isZero();
    assertThat(receipt.getString("method")).isEqualTo("카드");
    assertThat(receipt.getString("url")).startsWith("http");
    assertThat(Instant.parse(receipt.getString("approvedAt"))).isAfter(before);
  }

  @Test
  void theReceiptOfACancelledOrderSaysWhatCameBack() {
    PlacedOrder order = PlacedOrder.any().paid();
    order.cancel().then().statusCode(200);
    assertThat(receipt(order).jsonPath().getInt("refunded")).isEqualTo(9000);
  }

  @Test
  void anUnpaidOrderHasNone() {
    assertThat(receipt(PlacedOrder.any()).statusCode()).isEqualTo(404);
  }

  private static Response receipt(PlacedOrder order) {
    return order.customer().request().get("/orders/{id}/receipt", order.id());
  }
}
