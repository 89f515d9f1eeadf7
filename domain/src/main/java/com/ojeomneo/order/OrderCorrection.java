package com.ojeomneo.order;

import static com.ojeomneo.schema.jooq.enums.OrderStatus.ACCEPTED;
import static com.ojeomneo.schema.jooq.enums.OrderStatus.PAID;
import static com.ojeomneo.schema.jooq.enums.OrderStatus.PENDING_PAYMENT;
import static com.ojeomneo.schema.jooq.enums.OrderStatus.PREPARING;

import com.ojeomneo.menu.Store;
import com.ojeomneo.platform.database.Database;
import com.ojeomneo.platform.problem.Problem;
import com.ojeomneo.schema.jooq.enums.OrderStatus;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jooq.DSLContext;

/**
 * Corrects when an order is fetched and what the kitchen is told, until it is ready. The place in
 * the old slot comes back, one in the new slot is taken; the estimate never becomes an earlier one.
 */
public final class OrderCorrection {
  private static final String CORRECTED = "CORRECTED";
  private static final Set<OrderStatus> CORRECTABLE =
      Set.of(PENDING_PAYMENT, PAID, ACCEPTED, PREPARING);

  private final Database database;
  private final OrderProgress progress;
  private final Clock clock;

  public OrderCorrection(Database database, OrderProgress progress, Clock clock) {
    this.database = database;
    this.progress = progress;
    this.clock = clock;
  }

  /**
   * What was corrected.
   *
   * @param before as it was
   * @param after as it is; the same when nothing was to be done
   */
  public record Corrected(OrderView before, OrderView after) {}

  /**
   * @param recorder writes it down in the same transaction; not called when nothing changes
   * @throws Problem 404, 409 {@code TRANSITION_REFUSED} when it is too late or the customer has yet
   *     to pay for it, {@code SLOT_FULL}
   */
  public void correct(
      UUID id, CorrectOrder wish, UUID staff, BiConsumer<DSLContext, Corrected> recorder) {
    database.transact(
        tx -> {
          Order order = Orders.lock(tx, id).orElseThrow(Problem::notFound);
          boolean waitsForApp = order.status() == PENDING_PAYMENT && !order.isByStaff();
          if (waitsForApp || !CORRECTABLE.contains(order.status())) {
            throw OrderProgress.refused(order, CORRECTED);
          }
          OrderView before = progress.view(tx, id);
          String note = wish.note() == null || wish.note().isBlank() ? null : wish.note();
          boolean moves = !Objects.equals(order.pickupAt(), wish.pickupAt());
          if (!moves && Objects.equals(before.note(), note)) {
            return;
          }
          if (moves) {
            moveSlot(tx, order, wish.pickupAt());
          }
          Orders.correct(tx, id, wish.pickupAt(), note, later(order, wish.pickupAt()));
          OrderView after = progress.note(tx, order, CORRECTED, Actor.staff(staff.toString()));
          recorder.accept(tx, new Corrected(before, after));
        });
  }

  /** In the order of time, so that two that change places do not wait for each other. */
  private void moveSlot(DSLContext tx, Order order, Instant to) {
    Instant from = order.pickupAt();
    boolean givesBackFirst = to == null || from != null && from.isBefore(to);
    if (givesBackFirst) {
      Stock.giveBackSlot(tx, order);
    }
    if (to != null) {
      Store store = Checkout.store(tx, order.storeId());
      Checkout.takeSlot(tx, store, to, Checkout.left(store, clock.instant()));
    }
    if (!givesBackFirst) {
      Stock.giveBackSlot(tx, order);
    }
  }

  private static Instant later(Order order, Instant pickupAt) {
    boolean isLater =
        order.estimatedReadyAt() != null
            && pickupAt != null
            && pickupAt.isAfter(order.estimatedReadyAt());
    return isLater ? pickupAt : null;
  }
}
