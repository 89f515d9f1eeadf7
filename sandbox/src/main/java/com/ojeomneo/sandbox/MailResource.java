package com.ojeomneo.sandbox;

import static com.ojeomneo.sandbox.ErrorCode.INVALID_REQUEST;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** The mail that was sent, as a page and as JSON. */
final class MailResource {
  private final Mailbox mailbox;

  MailResource(Mailbox mailbox) {
    this.mailbox = mailbox;
  }

  void show(Call call) throws IOException {
    List<Map<String, String>> mails =
        mailbox.latest(to(call)).stream()
            .map(
                mail ->
                    Map.of(
                        "to", mail.to(),
                        "from", mail.from(),
                        "subject", mail.subject(),
                        "text", mail.text(),
                        "at", PaymentJson.time(mail.at())))
            .toList();
    ConsoleResource.page(call, Page.inLanguageOf(call).render("mail", Map.of("mails", mails)));
  }

  void all(Call call) throws IOException {
    var body = JsonNodeFactory.instance.objectNode();
    var list = body.putArray("mails");
    for (Mailbox.Received mail : mailbox.latest(to(call))) {
      list.addObject()
          .put("to", mail.to())
          .put("from", mail.from())
          .put("subject", mail.subject())
          .put("text", mail.text())
          .put("at", PaymentJson.time(mail.at()));
    }
    call.reply(Answer.ok(body));
  }

  /** {@code {"away": true}}: the mail server is down, until it is told otherwise. */
  void change(Call call) throws IOException {
    JsonNode away = call.json().path("away");
    if (!away.isBoolean()) {
      throw INVALID_REQUEST.refusal();
    }
    mailbox.away(away.booleanValue());
    call.reply(Answer.ok(JsonNodeFactory.instance.objectNode().put("away", mailbox.isAway())));
  }

  private static String to(Call call) {
    return call.query().getOrDefault("to", "");
  }
}
