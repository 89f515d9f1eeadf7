package com.ojeomneo.sandbox;

import static com.ojeomneo.sandbox.ErrorCode.INVALID_REQUEST;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;

/** What really happened to the money, for who has to compare. */
final class LedgerResource {
  private static final int MOST = 1000;

  private final Memory memory;
  private final Payments payments;
  private final Ledger ledger;
  private final PaymentJson json;

  LedgerResource(Memory memory, Payments payments, Ledger ledger, PaymentJson json) {
    this.memory = memory;
    this.payments = payments;
    this.ledger = ledger;
    this.json = json;
  }

  void ofOrder(Call call) throws IOException, SQLException {
    String orderId = call.query().getOrDefault("orderId", "");
    if (!ConfirmPayment.ORDER_ID.matcher(orderId).matches()) {
      throw INVALID_REQUEST.refusal();
    }
    var body = JsonNodeFactory.instance.objectNode();
    var list = body.putArray("payments");
    memory
        .transaction(connection -> payments.ofOrder(connection, orderId))
        .forEach(payment -> list.add(json.of(payment, ledger.now())));
    call.reply(Answer.ok(body));
  }

  /** Every payment, in the order of authentication; whole once nobody pays any more. */
  void all(Call call) throws IOException, SQLException {
    String cursor = call.query().getOrDefault("after", "");
    int limit = limit(call.query().getOrDefault("limit", "100"));
    List<Payment> found =
        memory.transaction(
            connection -> {
              if (!cursor.isEmpty() && payments.find(connection, cursor).isEmpty()) {
                throw INVALID_REQUEST.refusal();
              }
              return payments.after(connection, cursor, limit + 1);
            });
    List<Payment> shown = found.subList(0, Math.min(limit, found.size()));
    var body = JsonNodeFactory.instance.objectNode();
    var items = body.putArray("items");
    shown.forEach(payment -> items.add(json.entry(payment, ledger.now())));
    body.put("nextCursor", found.size() > limit ? shown.getLast().paymentKey() : null);
    call.reply(Answer.ok(body));
  }

  private static int limit(String text) {
    if (text.matches("\\d{1,4}") && Integer.parseInt(text) >= 1 && Integer.parseInt(text) <= MOST) {
      return Integer.parseInt(text);
    }
    throw INVALID_REQUEST.refusal();
  }
}
