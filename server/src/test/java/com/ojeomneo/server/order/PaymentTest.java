package com.ojeomneo.server.order;

import static com.ojeomneo.schema.jooq.Tables.PAYMENTS;
import static com.ojeomneo.schema.jooq.Tables.PAYMENT_ATTEMPTS;
import static org.assertj.core.api.Assertions.assertThat;

import com.ojeomneo.server.TestStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Paying when the provider answers at once. */
@QuarkusTest
@WithTestResource(TestStack.class)
class PaymentTest {
  private PlacedOrder order;

  @BeforeEach
  void prepare() {
    order = PlacedOrder.any();
  }

  @Test
  void paidMoneyIsOnRecord() {
    String paymentKey = order.authenticated();
    Response paid = order.pay(paymentKey);
    assertThat(paid.statusCode()).isEqualTo(200);
    assertThat(paid.<String>path("status")).isEqualTo("PAID");
    assertThat(paid.asString()).isEqualTo(order.get().asString());
    var payment = Stored.sql().fetchSingle(PAYMENTS, PAYMENTS.ORDER_ID.eq(order.id()));
    assertThat(payment.getPaymentKey()).isEqualTo(paymentKey);
    assertThat(payment.getAmount()).isEqualTo(9000);
    assertThat(payment.getPaysOrder()).isTrue();
    assertThat(payment.getReceiptUrl()).isNotBlank();
  }

  @Test
  void anotherAmountIsRefused() {
    refused(409, "AMOUNT_MISMATCH", order.pay(order.authenticated(), 8999, PlacedOrder.key()));
    assertThat(attempts()).isZero();
    assertThat(Provider.charges(order.id())).isZero();
    assertThat(order.status()).isEqualTo("PENDING_PAYMENT");
  }

  @Test
  void aPaidOrderIsNotPaidAgain() {
    String paymentKey = order.authenticated();
    String other = order.authenticated();
    order.pay(paymentKey).then().statusCode(200);
    refused(409, "ALREADY_PAID", order.pay(other));
    refused(409, "ALREADY_PAID", order.pay(paymentKey));
    assertThat(Provider.charges(order.id())).isEqualTo(1);
  }

  @Test
  void anOrderIsNotPaidAfterItsTime() {
    String paymentKey = order.authenticated();
    Stored.runOutOfTime(order);
    refused(409, "ORDER_EXPIRED", order.pay(paymentKey));
    order.awaitStatus("EXPIRED");
    refused(409, "ORDER_EXPIRED", order.pay(paymentKey));
    assertThat(Provider.charges(order.id())).isZero();
  }

  @Test
  void aCancelledOrderIsNotPaid() {
    String paymentKey = order.authenticated();
    order.cancel().then().statusCode(200);
    refused(409, "ORDER_CANCELLED", order.pay(paymentKey));
    assertThat(Provider.charges(order.id())).isZero();
  }

  @Test
  void anOrderWhoseCardWasDeclinedIsPaidWithAnother() {
    String declined =
        Provider.approveWith("refused", order.answer().getString("payment.checkoutUrl"));
    refused(402, "PAYMENT_DECLINED", order.pay(declined));
    refused(402, "PAYMENT_DECLINED", order.pay(declined));
    assertThat(order.get().<Object>path("payment")).isNotNull();
    order.paid();
    assertThat(order.status()).isEqualTo("PAID");
  }

  @Test
  void aDeclineSaysWhy() {
    Provider.fault(order.id(), "confirm", "error", Map.of("code", "REJECT_CARD_COMPANY"));
    Response declined = order.pay(order.authenticated());
    refused(402, "PAYMENT_DECLINED", declined);
    assertThat(declined.<String>path("detail")).isEqualTo("결제 승인이 거절되었습니다.");
  }

  @Test
  void someoneElsesPaymentPaysNothing() {
    PlacedOrder theirs = PlacedOrder.any();
    String paymentKey = theirs.authenticated();
    refused(402, "PAYMENT_DECLINED", order.pay(paymentKey));
    assertThat(Provider.kept(theirs.id())).isZero();
  }

  @Test
  void aPaymentThatPaidAnotherOrderPaysNothing() {
    PlacedOrder theirs = PlacedOrder.any();
    String paymentKey = theirs.authenticated();
    theirs.pay(paymentKey).then().statusCode(200);
    refused(409, "PAYMENT_KEY_USED", order.pay(paymentKey));
    assertThat(order.status()).isEqualTo("PENDING_PAYMENT");
    assertThat(Provider.kept(theirs.id())).isEqualTo(9000);
  }

  @Test
  void aPaymentThatNobodyMadeIsDeclined() {
    refused(402, "PAYMENT_DECLINED", order.pay("made up/../?" + order.id()));
    assertThat(order.status()).isEqualTo("PENDING_PAYMENT");
  }

  @Test
  void whatIsNoPaymentIsRefused() {
    for (String body :
        List.of(
            "{}",
            "{\"paymentKey\":\"\",\"amount\":9000}",
            "{\"paymentKey\":\"x\"}",
            "{\"paymentKey\":\"x\",\"amount\":0}",
            "{\"paymentKey\":\"x\",\"amount\":\"9000\"}",
            "{\"paymentKey\":\"x\",\"amount\":9000.5}",
            "{\"paymentKey\":\"\\u0000\",\"amount\":9000}",
            "{\"paymentKey\":\"" + "x".repeat(201) + "\",\"amount\":9000}",
            "null",
            "")) {
      refused(
          400,
          "VALIDATION_FAILED",
          order
              .customer()
              .request()
              .header(PlacedOrder.KEY, PlacedOrder.key())
              .body(body)
              .post("/orders/{id}/payment", order.id()));
    }
    assertThat(attempts()).isZero();
  }

  private int attempts() {
    return Stored.sql().fetchCount(PAYMENT_ATTEMPTS, PAYMENT_ATTEMPTS.ORDER_ID.eq(order.id()));
  }

  private static void refused(int status, String code, Response response) {
    assertThat(response.statusCode()).as(response.asString()).isEqualTo(status);
    assertThat(response.contentType()).startsWith("application/problem+json");
    assertThat(response.<String>path("code")).isEqualTo(code);
  }
}
