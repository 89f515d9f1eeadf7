package com.ojeomneo.sandbox;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicReference;

/** Where webhooks go, what goes wrong on their way, and what became of the last ones. */
final class WebhookResource {
  private static final int SHOWN = 50;

  private final Memory memory;
  private final Webhooks webhooks;
  private final Ledger ledger;
  private final AtomicReference<WebhookSettings> settings;

  WebhookResource(
      Memory memory, Webhooks webhooks, Ledger ledger, AtomicReference<WebhookSettings> settings) {
    this.memory = memory;
    this.webhooks = webhooks;
    this.ledger = ledger;
    this.settings = settings;
  }

  void show(Call call) throws IOException, SQLException {
    var body = JsonNodeFactory.instance.objectNode();
    body.set("settings", settings.get().json());
    body.put("waiting", memory.transaction(webhooks::waiting));
    var deliveries = body.putArray("deliveries");
    memory
        .transaction(connection -> webhooks.latest(connection, SHOWN))
        .forEach(webhook -> deliveries.add(webhook.json()));
    call.reply(Answer.ok(body));
  }

  void change(Call call) throws IOException {
    var json = call.json();
    WebhookSettings after = settings.updateAndGet(before -> before.with(json));
    call.reply(Answer.ok(after.json()));
  }

  void flush(Call call) throws IOException, SQLException {
    int flushed = memory.transaction(connection -> webhooks.flush(connection, ledger.now()));
    call.reply(Answer.ok(JsonNodeFactory.instance.objectNode().put("flushed", flushed)));
  }
}
