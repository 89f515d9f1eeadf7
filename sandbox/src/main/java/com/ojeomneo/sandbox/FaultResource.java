package com.ojeomneo.sandbox;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;

/** Faults to order, and faults at random. */
final class FaultResource {
  private final Faults faults;

  FaultResource(Faults faults) {
    this.faults = faults;
  }

  void add(Call call) throws IOException {
    Fault fault = Fault.from(call.json());
    faults.add(fault);
    call.reply(new Answer(201, fault.json().toString()));
  }

  void all(Call call) throws IOException {
    var body = JsonNodeFactory.instance.objectNode();
    var list = body.putArray("faults");
    faults.all().forEach(fault -> list.add(fault.json()));
    call.reply(Answer.ok(body));
  }

  void clear(Call call) throws IOException {
    faults.clear();
    call.reply(204);
  }

  void chaos(Call call) throws IOException {
    var body = JsonNodeFactory.instance.objectNode();
    body.set("chaos", faults.chaos().map(Chaos::json).orElse(null));
    call.reply(Answer.ok(body));
  }

  void misbehave(Call call) throws IOException {
    faults.misbehave(Chaos.from(call.json()));
    chaos(call);
  }

  void behave(Call call) throws IOException {
    faults.behave();
    call.reply(204);
  }
}
