package com.ojeomneo.order;

import com.ojeomneo.money.Won;
import com.ojeomneo.order.RefundOrder.Line;
import com.ojeomneo.payment.Payment;
import com.ojeomneo.payment.Payments;
import com.ojeomneo.payment.Refunds;
import com.ojeomneo.platform.database.Database;
import com.ojeomneo.platform.problem.CommonProblem;
import com.ojeomneo.platform.problem.Problem;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jooq.DSLContext;

/**
 * Gives money back for an order that goes on, or is over: for some of its lines, or all that is
 * left. Here it is only asked for, in one transaction with the event; {@link RefundRunner} pays it
 * out. The state of the order stays, and a cancellation later gives back the rest.
 */
public final class OrderRefund {
  private static final String REQUESTED = "REFUND_REQUESTED";

  private final Database database;
  private final OrderProgress progress;
  private final Clock clock;

  public OrderRefund(Database database, OrderProgress progress, Clock clock) {
    this.database = database;
    this.progress = progress;
    this.clock = clock;
  }

  /** What was asked for. */
  public record Requested(UUID order, UUID refund, Won amount) {}

  /**
   * @param key the same key with the same wish asks once, however often it comes
   * @param recorder writes it down in the same transaction; not called for a repetition
   * @throws Problem 404, 400 for a line that is not there, 409 {@code NOTHING_TO_REFUND} when
   *     nothing of its payment is left, 409 {@code REFUND_TOO_LARGE}, 422 {@code
   *     IDEMPOTENCY_KEY_REUSED}
   */
  public void request(
      UUID id,
      RefundOrder wish,
      String key,
      Actor actor,
      BiConsumer<DSLContext, Requested> recorder) {
    requireDistinct(wish.lines());
    database.transact(
        tx -> {
          Order order = Orders.lock(tx, id).orElseThrow(Problem::notFound);
          Optional<Refunds.Asked> before = Refunds.askedWith(tx, id, key);
          if (before.isPresent()) {
            requireSame(tx, before.get(), wish);
            return;
          }
          recorder.accept(tx, request(tx, order, wish, key, actor));
        });
  }

  private Requested request(DSLContext tx, Order order, RefundOrder wish, String key, Actor actor) {
    List<Payment> payments = Payments.lockPaying(tx, order.id());
    Won rest = payments.stream().map(Payment::rest).reduce(Won.ZERO, Won::plus);
    if (rest.equals(Won.ZERO)) {
      throw Problem.of(OrderProblem.NOTHING_TO_REFUND);
    }
    Map<Line, Won> amounts = take(tx, order.id(), wish.lines());
    Won amount =
        wish.lines() == null ? rest : amounts.values().stream().reduce(Won.ZERO, Won::plus);
    if (amount.equals(Won.ZERO)) {
      throw Problem.of(OrderProblem.NOTHING_TO_REFUND);
    }
    if (amount.compareTo(rest) > 0) {
      throw Problem.of(OrderProblem.REFUND_TOO_LARGE);
    }
    List<Refunds.Part> parts =
        Refunds.request(tx, payments, amount, wish.reason(), key, clock.instant());
    RefundLines.insert(tx, order.id(), parts, amounts);
    progress.note(tx, order, REQUESTED, actor);
    return new Requested(order.id(), parts.getFirst().refund(), amount);
  }

  private static Map<Line, Won> take(DSLContext tx, UUID order, List<Line> lines) {
    var amounts = new LinkedHashMap<Line, Won>();
    if (lines != null) {
      lines.stream()
          .sorted(Comparator.comparing(Line::line))
          .forEach(line -> amounts.put(line, RefundLines.take(tx, order, line)));
    }
    return amounts;
  }

  private static void requireSame(DSLContext tx, Refunds.Asked before, RefundOrder wish) {
    var lines = wish.lines() == null ? List.<Line>of() : wish.lines();
    if (!before.reason().equals(wish.reason())
        || !RefundLines.of(tx, before.id()).equals(new HashSet<>(lines))) {
      throw Problem.of(CommonProblem.IDEMPOTENCY_KEY_REUSED);
    }
  }

  private static void requireDistinct(List<Line> lines) {
    if (lines != null && lines.stream().map(Line::line).distinct().count() < lines.size()) {
      throw Problem.invalid("lines", "같은 항목이 두 번 있어요.", "A line is there twice.");
    }
  }
}
