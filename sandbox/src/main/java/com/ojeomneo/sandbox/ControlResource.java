package com.ojeomneo.sandbox;

import static com.ojeomneo.sandbox.ErrorCode.INVALID_REQUEST;
import static com.ojeomneo.sandbox.ErrorCode.NOT_FOUND;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;

/**
 * What the provider does not have: faults on order, and the ledger as it is. For tests and the
 * local stack: to anybody but a direct peer on this machine it is not there.
 */
final class ControlResource {
  private static final List<String> FORWARDING =
      List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Via");

  private final Memory memory;
  private final Payments payments;
  private final Ledger ledger;
  private final Faults faults;
  private final PaymentJson json;

  ControlResource(
      Memory memory, Payments payments, Ledger ledger, Faults faults, PaymentJson json) {
    this.memory = memory;
    this.payments = payments;
    this.ledger = ledger;
    this.faults = faults;
    this.json = json;
  }

  void addFault(Call call) throws IOException {
    admit(call);
    Fault fault = Fault.from(call.json());
    faults.add(fault);
    call.reply(new Answer(201, fault.json().toString()));
  }

  void faults(Call call) throws IOException {
    admit(call);
    var body = JsonNodeFactory.instance.objectNode();
    var list = body.putArray("faults");
    faults.all().forEach(fault -> list.add(fault.json()));
    call.reply(Answer.ok(body));
  }

  void clearFaults(Call call) throws IOException {
    admit(call);
    faults.clear();
    call.reply(204);
  }

  void payments(Call call) throws IOException, SQLException {
    admit(call);
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

  private static void admit(Call call) {
    boolean forwarded = FORWARDING.stream().anyMatch(name -> call.header(name).isPresent());
    if (forwarded || !call.isFromLoopback()) {
      throw NOT_FOUND.refusal();
    }
  }
}
