package com.ojeomneo.order;

import com.ojeomneo.payment.PaymentAttempts;
import com.ojeomneo.payment.Payments;
import com.ojeomneo.payment.Refunds;
import com.ojeomneo.platform.database.Database;
import com.ojeomneo.platform.problem.Problem;
import com.ojeomneo.schema.jooq.enums.OrderStatus;
import java.time.Clock;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jooq.DSLContext;

/**
 * Money that changes hands at the counter, past the provider. What was taken here goes back here:
 * its refunds wait until somebody says that they have handed it over.
 */
public final class Till {
  private static final Actor ACTOR = Actor.system("till");

  private final Database database;
  private final OrderProgress progress;
  private final Clock clock;

  public Till(Database database, OrderProgress progress, Clock clock) {
    this.database = database;
    this.progress = progress;
    this.clock = clock;
  }

  /**
   * Pays an order, whoever placed it. A repetition by the same staff changes nothing.
   *
   * @param recorder writes it down in the same transaction; not called for a repetition
   * @throws Problem 404, 409 {@code AMOUNT_MISMATCH}, {@code ALREADY_PAID}, {@code ORDER_EXPIRED},
   *     {@code ORDER_CANCELLED}, or {@code PAYMENT_OPEN} while the customer pays in the app
   */
  public OrderView take(
      UUID id, TakeMoney money, UUID staff, BiConsumer<DSLContext, OrderView> recorder) {
    return database.transaction(
        tx -> {
          Order order = Orders.lock(tx, id).orElseThrow(Problem::notFound);
          if (order.status() != OrderStatus.PENDING_PAYMENT
              && order.totalAmount().amount() == money.amount()
              && Payments.wasTakenBy(tx, id, money.method(), staff)) {
            return progress.view(tx, id);
          }
          OrderView view = take(tx, order, money, staff);
          recorder.accept(tx, view);
          return view;
        });
  }

  /** Within the transaction that placed it. */
  OrderView take(DSLContext tx, UUID id, TakeMoney money, UUID staff) {
    return take(tx, Orders.lock(tx, id).orElseThrow(), money, staff);
  }

  private OrderView take(DSLContext tx, Order order, TakeMoney money, UUID staff) {
    OrderPayment.requirePending(order);
    if (!order.isPayableAt(clock.instant())) {
      throw Problem.of(OrderProblem.ORDER_EXPIRED);
    }
    if (PaymentAttempts.hasOpen(tx, order.id())) {
      throw Problem.of(OrderProblem.PAYMENT_OPEN);
    }
    if (order.totalAmount().amount() != money.amount()) {
      throw Problem.of(OrderProblem.AMOUNT_MISMATCH);
    }
    Payments.recordAtTill(
        tx, order.id(), order.totalAmount(), money.method(), staff, false, clock.instant());
    return progress.apply(tx, order, OrderStatus.PAID, ACTOR, null);
  }

  /**
   * What was to go back at the till was put into the customer's hand. A repetition changes nothing.
   *
   * @param recorder writes it down in the same transaction; not called for a repetition
   * @throws Problem 404 for an unknown order, or a refund that is none of the till's
   */
  public void handOver(UUID id, UUID refund, UUID staff, BiConsumer<DSLContext, UUID> recorder) {
    database.transact(
        tx -> {
          Order order = Orders.lock(tx, id).orElseThrow(Problem::notFound);
          if (Refunds.handOver(tx, id, refund, staff, clock.instant())) {
            progress.note(tx, order, "REFUND_DONE", Actor.staff(staff.toString()));
            recorder.accept(tx, refund);
          } else if (!Refunds.wasHandedOver(tx, id, refund)) {
            throw Problem.notFound();
          }
        });
  }
}
