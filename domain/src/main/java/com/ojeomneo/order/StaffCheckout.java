package com.ojeomneo.order;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.ojeomneo.platform.database.Database;
import com.ojeomneo.platform.problem.Problem;
import com.ojeomneo.schema.jooq.enums.OrderStatus;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jooq.DSLContext;

/**
 * Takes orders of people at the counter or on the phone, by the rules of {@link Checkout}. What is
 * paid for at once goes to the kitchen; what is paid for later holds its portions and its place
 * until an hour after it is due.
 */
public final class StaffCheckout {
  private static final String ACTOR = "counter";

  private final Database database;
  private final Checkout checkout;
  private final OrderProgress progress;
  private final Till till;
  private final ObjectMapper json;
  private final Clock clock;

  public StaffCheckout(
      Database database,
      Checkout checkout,
      OrderProgress progress,
      Till till,
      ObjectMapper json,
      Clock clock) {
    this.database = database;
    this.checkout = checkout;
    this.progress = progress;
    this.till = till;
    this.json = json;
    this.clock = clock;
  }

  /**
   * @param key the same key of the same staff with the same wish takes one order, however often it
   *     comes
   * @param recorder writes it down in the same transaction; not called for a repetition
   * @return the order as it now is
   * @throws Problem as {@link Checkout#place}, 409 {@code AMOUNT_MISMATCH} when another amount was
   *     taken than it costs, 422 {@code IDEMPOTENCY_KEY_REUSED}
   */
  public OrderView take(
      TakeOrder wish, UUID staff, String key, BiConsumer<DSLContext, OrderView> recorder) {
    byte[] fingerprint = Fingerprint.of(json, wish);
    try {
      return database.transaction(
          tx -> {
            Optional<StaffOrders.Taken> before = StaffOrders.takenWith(tx, staff, key);
            if (before.isPresent()) {
              Fingerprint.requireSame(before.get().fingerprint(), fingerprint);
              return progress.view(tx, before.get().order());
            }
            OrderView view = take(tx, wish, staff, key, fingerprint);
            recorder.accept(tx, view);
            return view;
          });
    } catch (ArithmeticException moreThanAllMoney) {
      throw Problem.of(OrderProblem.QUANTITY_LIMIT);
    }
  }

  private OrderView take(
      DSLContext tx, TakeOrder wish, UUID staff, String key, byte[] fingerprint) {
    Instant now = clock.instant();
    OrderView placed =
        checkout.place(
            tx,
            wish.order(),
            wish.channel().stored(),
            Actor.staff(staff.toString()),
            () -> StaffOrders.customerOf(tx, wish.order().storeId(), now));
    StaffOrders.insert(tx, placed.id(), staff, wish.customerName(), key, fingerprint, now);
    return wish.paid() == null ? placed : till.take(tx, placed.id(), wish.paid(), staff);
  }

  /**
   * Ends one that nobody has paid for.
   *
   * @param recorder writes it down in the same transaction
   * @throws Problem 404 for an unknown order, 409 {@code TRANSITION_REFUSED} for one that a
   *     customer placed, or that is paid for or over
   */
  public OrderView cancel(
      UUID id, String reason, BiConsumer<DSLContext, OrderProgress.Moved> recorder) {
    return database.transaction(
        tx -> {
          Order order = Orders.lock(tx, id).orElseThrow(Problem::notFound);
          if (!order.isByStaff() || order.status() != OrderStatus.PENDING_PAYMENT) {
            throw OrderProgress.refused(order, OrderStatus.CANCELLED.getLiteral());
          }
          OrderView view =
              progress.apply(tx, order, OrderStatus.CANCELLED, Actor.system(ACTOR), reason);
          recorder.accept(tx, new OrderProgress.Moved(order, view));
          return view;
        });
  }
}
