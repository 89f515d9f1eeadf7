package com.ojeomneo.server.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.ojeomneo.server.TestStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Money on its way back arrives once, whatever the provider answers. */
@QuarkusTest
@WithTestResource(TestStack.class)
class RefundTest {
  private PlacedOrder order;

  @BeforeEach
  void prepare() {
    order = PlacedOrder.any().paid();
  }

  @Test
  void aRefundWhoseAnswerIsLostIsPaidOnce() {
    Provider.fault(order.id(), "cancel", "drop-after");
    comesBack();
  }

  @Test
  void aRefundWhoseAnswerComesTooLateIsPaidOnce() {
    Provider.fault(order.id(), "cancel", "hang-after", Map.of("seconds", 3));
    comesBack();
  }

  @Test
  void aRefundBehindAServerErrorIsPaidOnce() {
    Provider.fault(
        order.id(),
        "cancel",
        "error",
        Map.of("code", "FAILED_METHOD_HANDLING_CANCEL", "after", true));
    comesBack();
  }

  @Test
  void aRefundBehindAnAmbiguousErrorIsNotKeptForEver() {
    Provider.fault(order.id(), "cancel", "error", Map.of("code", "PROVIDER_ERROR"));
    comesBack();
  }

  @Test
  void aRefundThatWasRefusedIsSeenAndTriedAgain() {
    Provider.fault(
        order.id(), "cancel", "error", Map.of("code", "NOT_CANCELABLE_PAYMENT", "times", 2));
    order.cancel().then().statusCode(200);
    order.awaitRefund("FAILED");
    order.awaitRefund("DONE");
    assertThat(Provider.cancels(order.id())).isEqualTo(1);
    assertThat(Provider.kept(order.id())).isZero();
    try (var stream = EventStream.of(order, "Last-Event-ID", "3")) {
      assertThat(stream.next().data()).contains("\"status\":\"FAILED\"");
      assertThat(stream.next().data()).contains("\"status\":\"DONE\"");
    }
  }

  @Test
  void aRefusalWhoseLookUpFailsIsNotBelieved() {
    // Refused although it was paid: only the look-up can tell, and the first one is lost.
    Provider.fault(
        order.id(), "cancel", "error", Map.of("code", "NOT_CANCELABLE_AMOUNT", "after", true));
    Provider.fault(order.id(), "lookup", "error", Map.of("code", "COMMON_ERROR"));
    order.cancel().then().statusCode(200);
    order.awaitRefund("DONE");
    assertThat(Provider.cancels(order.id())).isEqualTo(1);
    try (var stream = EventStream.of(order, "Last-Event-ID", "3")) {
      assertThat(stream.next().data()).contains("\"status\":\"DONE\"");
    }
  }

  private void comesBack() {
    order.cancel().then().statusCode(200);
    order.awaitRefund("DONE");
    assertThat(Provider.cancels(order.id())).isEqualTo(1);
    assertThat(Provider.kept(order.id())).isZero();
  }
}
