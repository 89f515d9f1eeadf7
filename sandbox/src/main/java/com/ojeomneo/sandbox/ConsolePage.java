package com.ojeomneo.sandbox;

import com.ojeomneo.sandbox.Fault.Operation;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a person sees of the sandbox: its last payments and webhooks, and its switches. */
final class ConsolePage {
  private static final int SHOWN = 20;

  private final Payments payments;
  private final Webhooks webhooks;
  private final Ledger ledger;
  private final Faults faults;
  private final AtomicReference<WebhookSettings> settings;

  ConsolePage(
      Payments payments,
      Webhooks webhooks,
      Ledger ledger,
      Faults faults,
      AtomicReference<WebhookSettings> settings) {
    this.payments = payments;
    this.webhooks = webhooks;
    this.ledger = ledger;
    this.faults = faults;
    this.settings = settings;
  }

  /**
   * @param problem why the last form was refused; empty = it was not
   */
  String render(Connection connection, Page page, String problem) throws SQLException {
    WebhookSettings how = settings.get();
    var values = new HashMap<String, Object>();
    values.put("problem", problem);
    values.put(
        "payments",
        payments.latest(connection, SHOWN).stream().map(each -> payment(page, each)).toList());
    values.put("faults", faults.all().stream().map(Fault::json).map(Object::toString).toList());
    values.put("chaos", faults.chaos().map(chaos -> chaos.json().toString()).orElse(""));
    values.put("codes", codes());
    values.put("url", how.url().map(URI::toString).orElse(""));
    values.put("minute", how.minute().toMillis());
    values.put("delay", how.delay().toMillis());
    values.put("copies", how.copies());
    values.put("shuffle", how.shuffle());
    values.put("waiting", webhooks.waiting(connection));
    values.put(
        "webhooks", webhooks.latest(connection, SHOWN).stream().map(ConsolePage::webhook).toList());
    return page.render("console", values);
  }

  private Map<String, ?> payment(Page page, Payment payment) {
    return Map.of(
        "key", payment.paymentKey(),
        "orderId", payment.orderId(),
        "orderName", payment.orderName(),
        "status", payment.statusAt(ledger.now()).name(),
        "amount", page.won(payment.totalAmount()),
        "balance", page.won(payment.balanceAmount()),
        "cancellable", payment.isCharged() && payment.balanceAmount() > 0,
        "cancels",
            payment.cancels().stream()
                .map(cancel -> "−" + page.won(cancel.amount()) + " · " + cancel.reason())
                .toList());
  }

  private static Map<String, ?> webhook(Webhook webhook) {
    return Map.of(
        "orderId", webhook.orderId(),
        "status", webhook.status(),
        "tries", webhook.tries(),
        "response", Objects.requireNonNullElse(webhook.response(), "–"),
        "next", webhook.dueAt() == null ? "–" : PaymentJson.time(webhook.dueAt()));
  }

  private static List<String> codes() {
    return Stream.of(Operation.values())
        .flatMap(operation -> operation.ambiguous.stream())
        .distinct()
        .map(ErrorCode::name)
        .collect(Collectors.toList());
  }
}
