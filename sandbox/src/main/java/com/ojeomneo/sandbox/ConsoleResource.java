package com.ojeomneo.sandbox;

import static com.ojeomneo.sandbox.ErrorCode.INVALID_REQUEST;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.ojeomneo.sandbox.Fault.Operation;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/** The sandbox's page, as the provider's back office has one. It works without JavaScript. */
final class ConsoleResource {
  private static final String POLICY =
      "default-src 'none'; style-src 'self'; img-src data:; form-action 'self'; base-uri 'none';"
          + " frame-ancestors 'none'";

  private final Memory memory;
  private final Ledger ledger;
  private final ConsolePage page;
  private final Faults faults;
  private final Webhooks webhooks;
  private final AtomicReference<WebhookSettings> settings;

  ConsoleResource(
      Memory memory,
      Ledger ledger,
      ConsolePage page,
      Faults faults,
      Webhooks webhooks,
      AtomicReference<WebhookSettings> settings) {
    this.memory = memory;
    this.ledger = ledger;
    this.page = page;
    this.faults = faults;
    this.webhooks = webhooks;
    this.settings = settings;
  }

  void show(Call call) throws IOException, SQLException {
    Page language = Page.inLanguageOf(call);
    String problem =
        ErrorCode.named(call.query().getOrDefault("problem", ""))
            .map(code -> code.name() + ": " + code.message)
            .orElse("");
    page(call, memory.transaction(connection -> page.render(connection, language, problem)));
  }

  /** Answers with a page that nobody keeps and nothing foreign gets into. */
  static void page(Call call, String html) throws IOException {
    call.header("Content-Security-Policy", POLICY);
    call.header("Referrer-Policy", "same-origin");
    call.header("Cache-Control", "no-store");
    call.header("Vary", "Accept-Language");
    call.reply(200, "text/html;charset=UTF-8", html);
  }

  void style(Call call) throws IOException {
    call.header("Cache-Control", "no-cache");
    call.reply(200, "text/css;charset=UTF-8", Resource.text("console.css"));
  }

  /** Does what a form of the page asks for, and shows the page again. */
  void act(Call call) throws IOException, SQLException {
    String back = "/sandbox?lang=" + Page.inLanguageOf(call).language();
    try {
      act(call.form());
    } catch (Refusal refusal) {
      back += "&problem=" + refusal.code.name();
    }
    call.header("Location", back);
    call.header("Cache-Control", "no-store");
    call.reply(303);
  }

  private void act(Map<String, String> form) throws SQLException {
    switch (form.getOrDefault("action", "")) {
      case "cancel" -> cancel(form);
      case "add-fault" -> faults.add(fault(form));
      case "clear-faults" -> faults.clear();
      case "misbehave" -> faults.misbehave(chaos(form));
      case "behave" -> faults.behave();
      case "set-webhooks" -> {
        ObjectNode wanted = webhooks(form);
        settings.updateAndGet(before -> before.with(wanted));
      }
      case "flush" -> memory.transaction(connection -> webhooks.flush(connection, ledger.now()));
      default -> throw INVALID_REQUEST.refusal();
    }
  }

  private void cancel(Map<String, String> form) throws SQLException {
    ObjectNode json = object().put("cancelReason", form.getOrDefault("reason", ""));
    number(form, "amount", json, "cancelAmount");
    CancelPayment command = CancelPayment.from(json);
    String paymentKey = form.getOrDefault("paymentKey", "");
    memory.transaction(connection -> ledger.cancel(connection, paymentKey, command));
  }

  private static Fault fault(Map<String, String> form) {
    String effect = form.getOrDefault("effect", "");
    boolean after = effect.equals("error-after");
    ObjectNode json = object().put("operation", form.getOrDefault("operation", ""));
    json.put("effect", after ? "error" : effect).put("after", after);
    String orderId = form.getOrDefault("orderId", "").strip();
    if (!orderId.isEmpty()) {
      json.put("orderId", orderId);
    }
    if (form.containsKey("code")) {
      json.put("code", form.get("code"));
    }
    number(form, "times", json, "times");
    number(form, "millis", json, "millis");
    return Fault.from(json);
  }

  private static Chaos chaos(Map<String, String> form) {
    ObjectNode json = object();
    number(form, "seed", json, "seed");
    for (Operation operation : Operation.values()) {
      ObjectNode odds = json.putObject(operation.wire());
      for (String effect : List.of("delay", "hang-after", "drop-after", "error", "error-after")) {
        ObjectNode percent = object().put("percent", 0);
        number(form, effect, percent, "percent");
        odds.put(effect, Json.whole(percent, "percent", 0, 0, 100) / 100.0);
      }
    }
    return Chaos.from(json);
  }

  private static ObjectNode webhooks(Map<String, String> form) {
    String url = form.getOrDefault("url", "").strip();
    ObjectNode json = object().put("url", url.isEmpty() ? null : url);
    number(form, "minuteMillis", json, "minuteMillis");
    number(form, "delayMillis", json, "delayMillis");
    number(form, "copies", json, "copies");
    return json.put("shuffle", form.containsKey("shuffle"));
  }

  /** What is not a number stays as it is, for the switch to refuse. */
  private static void number(Map<String, String> form, String name, ObjectNode json, String field) {
    String text = form.getOrDefault(name, "").strip();
    if (text.matches("-?\\d{1,18}")) {
      json.put(field, Long.parseLong(text));
    } else if (!text.isEmpty()) {
      json.put(field, text);
    }
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
