package com.ojeomneo.sandbox;

import static com.ojeomneo.sandbox.ErrorCode.INVALID_REQUEST;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.ojeomneo.sandbox.Routes.Action;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

/** Who is linked to the shop at which provider, and whether the providers answer at all. */
final class SocialLinks {
  private final Set<String> linked = new ConcurrentSkipListSet<>();
  private volatile boolean away;

  void link(SocialProvider provider, String subject) {
    linked.add(provider.path + ":" + subject);
  }

  /**
   * @return false when there was no link
   */
  boolean unlink(SocialProvider provider, String subject) {
    return linked.remove(provider.path + ":" + subject);
  }

  Action unlessAway(Action action) {
    return call -> {
      if (away) {
        call.reply(Answer.bare(503));
      } else {
        action.answer(call);
      }
    };
  }

  void show(Call call) throws IOException {
    var body = JsonNodeFactory.instance.objectNode().put("away", away);
    linked.forEach(body.putArray("linked")::add);
    call.reply(Answer.ok(body));
  }

  /** {@code {"away": true}}: the providers are down, until they are told otherwise. */
  void change(Call call) throws IOException {
    JsonNode wanted = call.json().path("away");
    if (!wanted.isBoolean()) {
      throw INVALID_REQUEST.refusal();
    }
    away = wanted.booleanValue();
    show(call);
  }
}
