package com.ojeomneo.server.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.ojeomneo.server.Customer;
import com.ojeomneo.server.TestStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is not yours is not there. */
@QuarkusTest
@WithTestResource(TestStack.class)
class OrderOwnershipTest {
  private Customer stranger;

  @BeforeEach
  void prepare() {
    stranger = Customer.guest();
  }

  @Test
  void someoneElsesOrderIsNotThere() {
    PlacedOrder order = PlacedOrder.any();
    notThere(order.id().toString());
    assertThat(order.status()).isEqualTo("PENDING_PAYMENT");
  }

  @Test
  void someoneElsesReceiptIsNotThere() {
    notThere(PlacedOrder.any().paid().id().toString());
  }

  @Test
  void anOrderThatNobodyPlacedIsNotThere() {
    notThere(UUID.randomUUID().toString());
  }

  @Test
  void whatIsNoIdIsNotThere() {
    notThere("x");
    notThere("1-1-1-1-1");
    notThere("00000000000000000000000000000000000z");
  }

  @Test
  void noneOfSomeoneElsesEventsAreStreamed() {
    try (var all = EventStream.ofAll(stranger)) {
      assertThat(all.nextComment()).startsWith(":");
      PlacedOrder.any().paid();
      assertThat(stranger.request().get("/orders").jsonPath().getList("items")).isEmpty();
      assertThat(all.isSilent()).isTrue();
    }
  }

  private void notThere(String id) {
    Stream.of(
            stranger.request().get("/orders/{id}", id),
            stranger.request().get("/orders/{id}/receipt", id),
            stranger.request().get("/orders/{id}/events", id),
            stranger.request().accept("text/event-stream").get("/orders/{id}/events", id),
            stranger
                .request()
                .header(PlacedOrder.KEY, PlacedOrder.key())
                .body(Map.of("paymentKey", "x", "amount", 9000))
                .post("/orders/{id}/payment", id),
            stranger.request().body(Map.of("reason", "x")).post("/orders/{id}/cancellation", id),
            stranger
                .request()
                .header(PlacedOrder.KEY, PlacedOrder.key())
                .body(Map.of("reason", "x"))
                .post("/orders/{id}/cancellation", id))
        .forEach(OrderOwnershipTest::isNotFound);
  }

  private static void isNotFound(Response response) {
    assertThat(response.statusCode()).as(response.asString()).isEqualTo(404);
    assertThat(response.contentType()).startsWith("application/problem+json");
    assertThat(response.<String>path("code")).isEqualTo("NOT_FOUND");
  }
}
