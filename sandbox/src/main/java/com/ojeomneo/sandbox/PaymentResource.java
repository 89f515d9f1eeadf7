package com.ojeomneo.sandbox;

import static com.ojeomneo.sandbox.ErrorCode.NOT_FOUND_PAYMENT;

import com.ojeomneo.sandbox.Fault.Operation;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** The provider's payment API. */
final class PaymentResource {
  private final ApiKey apiKey;
  private final Memory memory;
  private final Payments payments;
  private final Ledger ledger;
  private final Answers answers;
  private final Faults faults;
  private final PaymentJson json;

  PaymentResource(
      ApiKey apiKey,
      Memory memory,
      Payments payments,
      Ledger ledger,
      Answers answers,
      Faults faults,
      PaymentJson json) {
    this.apiKey = apiKey;
    this.memory = memory;
    this.payments = payments;
    this.ledger = ledger;
    this.answers = answers;
    this.faults = faults;
    this.json = json;
  }

  void confirm(Call call) throws Exception {
    apiKey.authorize(call);
    var body = call.json();
    change(
        call,
        Operation.CONFIRM,
        body.path("orderId").asText(),
        connection -> ledger.confirm(connection, ConfirmPayment.from(body)));
  }

  void cancel(Call call) throws Exception {
    apiKey.authorize(call);
    var body = call.json();
    String paymentKey = call.segment();
    String orderId = find(paymentKey).map(Payment::orderId).orElse("");
    change(
        call,
        Operation.CANCEL,
        orderId,
        connection -> ledger.cancel(connection, paymentKey, CancelPayment.from(body)));
  }

  void byPaymentKey(Call call) throws Exception {
    apiKey.authorize(call);
    Optional<Payment> found = find(call.segment());
    lookUp(call, found.map(Payment::orderId).orElse(""), () -> find(call.segment()));
  }

  /** Of several payments of an order the one that was charged, else the newest. */
  void byOrder(Call call) throws Exception {
    apiKey.authorize(call);
    String orderId = call.segment();
    lookUp(
        call,
        orderId,
        () ->
            memory.transaction(connection -> payments.ofOrder(connection, orderId)).stream()
                .reduce((older, newer) -> older.isCharged() ? older : newer));
  }

  private interface Search {
    Optional<Payment> run() throws SQLException;
  }

  private void lookUp(Call call, String orderId, Search search) throws Exception {
    Fault fault = faults.take(call, Operation.LOOKUP, orderId, false);
    if (!faults.allowsWork(fault)) {
      call.drop();
      return;
    }
    Answer found = search.run().map(this::answer).orElseGet(NOT_FOUND_PAYMENT::answer);
    faults.tell(call, fault, fault.error().orElse(found));
  }

  /** Does the work once per idempotency key. */
  private void change(Call call, Operation operation, String orderId, Memory.Work<Payment> work)
      throws Exception {
    Fault fault;
    Answer told;
    try (var claim = answers.claim(apiKey.idempotencyScope(call))) {
      Optional<Answer> before = memory.transaction(claim::answer);
      fault = faults.take(call, operation, orderId, before.isPresent());
      if (!faults.allowsWork(fault)) {
        call.drop();
        return;
      }
      told =
          before.isPresent()
              ? before.get()
              : memory.transaction(
                  connection -> claim.settle(connection, fault, () -> attempt(connection, work)));
    }
    faults.tell(call, fault, told);
  }

  // A refusal is thrown before anything is written, so that its answer can be kept.
  private Answer attempt(Connection connection, Memory.Work<Payment> work) throws SQLException {
    try {
      Payment payment = work.in(connection);
      return payment.failure() == null ? answer(payment) : payment.failure().answer();
    } catch (Refusal refusal) {
      return refusal.code.answer();
    }
  }

  private Optional<Payment> find(String paymentKey) throws SQLException {
    return memory.transaction(connection -> payments.find(connection, paymentKey));
  }

  private Answer answer(Payment payment) {
    return Answer.ok(json.of(payment, ledger.now()));
  }
}
