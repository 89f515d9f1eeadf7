package com.ojeomneo.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LookUpTest {
  private static TestShop shop;

  private final String orderId = TestShop.newOrder();

  @BeforeAll
  static void open() throws Exception {
    shop = TestShop.open();
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  @Test
  void aPaymentIsFoundByItsKeyAndByItsOrder() throws Exception {
    String paymentKey = shop.charged(orderId, 9_500);

    Reply byKey = shop.lookUp(paymentKey);
    Reply byOrder = shop.lookUpOrder(orderId);

    assertThat(byKey.status()).isEqualTo(200);
    assertThat(byKey.text("status")).isEqualTo("DONE");
    assertThat(byOrder.body()).isEqualTo(byKey.body());
  }

  @Test
  void anAuthenticatedPaymentIsInProgress() throws Exception {
    String paymentKey = shop.authenticate(orderId, 9_500);

    var payment = shop.lookUp(paymentKey).json();

    assertThat(payment.get("status").asText()).isEqualTo("IN_PROGRESS");
    assertThat(payment.get("approvedAt").isNull()).isTrue();
    assertThat(payment.get("receipt").isNull()).isTrue();
  }

  @Test
  void ofSeveralPaymentsOfAnOrderTheChargedOneIsShown() throws Exception {
    String charged = shop.authenticate(orderId, 9_500);
    shop.clock.pass(Duration.ofSeconds(1));
    String newer = shop.authenticate(orderId, 9_500);
    assertThat(shop.lookUpOrder(orderId).text("paymentKey")).isEqualTo(newer);

    shop.confirm(charged, orderId, 9_500);

    assertThat(shop.lookUpOrder(orderId).text("paymentKey")).isEqualTo(charged);
  }

  @Test
  void whatIsNotThereIsNotFound() throws Exception {
    for (Reply reply :
        new Reply[] {shop.lookUp("nobody-made-this"), shop.lookUpOrder(TestShop.newOrder())}) {
      assertThat(reply.status()).isEqualTo(404);
      assertThat(reply.code()).isEqualTo("NOT_FOUND_PAYMENT");
      assertThat(reply.text("message")).isEqualTo("존재하지 않는 결제 정보 입니다.");
    }
  }

  @Test
  void theLedgerShowsEveryPaymentOfAnOrderWithItsCancels() throws Exception {
    String charged = shop.charged(orderId, 9_500);
    shop.cancel(charged, 500);

    var payments = shop.ledger(orderId).json().get("payments");

    assertThat(payments).hasSize(1);
    assertThat(payments.at("/0/cancels/0/cancelAmount").asLong()).isEqualTo(500);
    assertThat(shop.ledger(TestShop.newOrder()).json().get("payments")).isEmpty();
  }

  @Test
  void theWholeLedgerIsReadPageByPage() throws Exception {
    var orders = new ArrayList<String>();
    try (TestShop alone = TestShop.open(TestPostgres.emptyDatabase())) {
      for (int i = 0; i < 5; i++) {
        orders.add(TestShop.newOrder());
        alone.cancel(alone.charged(orders.getLast(), 1_000), 400);
      }
      var read = new ArrayList<JsonNode>();
      String cursor = "";
      do {
        String path = "/sandbox/ledger?limit=2&after=" + cursor;
        JsonNode page = alone.control("GET", path, "").json();
        page.get("items").forEach(read::add);
        cursor = page.get("nextCursor").textValue();
      } while (cursor != null);

      assertThat(read).extracting(item -> item.get("orderId").asText()).isEqualTo(orders);
      assertThat(read).allMatch(item -> item.get("balanceAmount").asLong() == 600);
      assertThat(read).allMatch(item -> item.at("/cancels/0/cancelAmount").asLong() == 400);
    }
  }

  @Test
  void aCursorThatNobodyGaveIsRefused() throws Exception {
    assertThat(shop.control("GET", "/sandbox/ledger?after=nobody", "").code())
        .isEqualTo("INVALID_REQUEST");
    assertThat(shop.control("GET", "/sandbox/ledger?limit=0", "").code())
        .isEqualTo("INVALID_REQUEST");
  }
}
