package com.ojeomneo.order;

import static com.ojeomneo.schema.jooq.enums.OrderStatus.ACCEPTED;
import static com.ojeomneo.schema.jooq.enums.OrderStatus.CANCELLED;
import static com.ojeomneo.schema.jooq.enums.OrderStatus.COMPLETED;
import static com.ojeomneo.schema.jooq.enums.OrderStatus.EXPIRED;
import static com.ojeomneo.schema.jooq.enums.OrderStatus.PAID;
import static com.ojeomneo.schema.jooq.enums.OrderStatus.READY;

import com.ojeomneo.menu.Stores;
import com.ojeomneo.payment.PaymentAttempts;
import com.ojeomneo.payment.Refunds;
import com.ojeomneo.platform.database.Database;
import com.ojeomneo.platform.problem.Problem;
import com.ojeomneo.schema.jooq.enums.OrderStatus;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import org.jboss.logging.Logger;
import org.jooq.DSLContext;

/**
 * Moves orders on, whoever asks: the customer, the shop, or the clock. One transaction holds the
 * new state, what it gives back (stock, slot, money owed), the event and the outbox row.
 */
public final class OrderProgress {
  private static final Logger LOG = Logger.getLogger(OrderProgress.class);
  private static final String DELAYED = "DELAYED";
  private static final int EXPIRY_BATCH = 100;
  private static final int FORGOTTEN_BATCH = 100;
  private static final Duration TO_PICK_UP = Duration.ofHours(3);
  private static final int LONGEST_DELAY_MINUTES = 180;
  private static final BiConsumer<DSLContext, Moved> UNRECORDED = (_, _) -> {};

  private final Database database;
  private final OrderEvents events;
  private final OrderViews views;
  private final Clock clock;

  public OrderProgress(Database database, OrderEvents events, OrderViews views, Clock clock) {
    this.database = database;
    this.events = events;
    this.views = views;
    this.clock = clock;
  }

  /**
   * What became of an order.
   *
   * @param before under its lock, as it was
   */
  public record Moved(Order before, OrderView after) {}

  /** {@link #move(UUID, OrderStatus, Actor, String, BiConsumer)} that nobody writes down. */
  public OrderView move(UUID id, OrderStatus to, Actor actor, String reason) {
    return move(id, to, actor, reason, UNRECORDED);
  }

  /**
   * A transition that staff ask for.
   *
   * @param reason needed for CANCELLED, else ignored
   * @param recorder writes it down in the same transaction
   * @throws Problem 404 for an unknown order, 409 {@code TRANSITION_REFUSED} when the table or
   *     another's change forbids it
   */
  public OrderView move(
      UUID id, OrderStatus to, Actor actor, String reason, BiConsumer<DSLContext, Moved> recorder) {
    return change(id, to, actor, recorder, (tx, order) -> apply(tx, order, to, actor, reason));
  }

  /**
   * Accepts with an estimate of the shop's own: so many minutes later than it usually takes.
   *
   * @param delayMinutes 1 to 180
   * @throws Problem 400, and as {@link #move}
   */
  public OrderView accept(
      UUID id, Actor actor, int delayMinutes, BiConsumer<DSLContext, Moved> recorder) {
    Duration delay = delayOf(delayMinutes);
    return change(
        id,
        ACCEPTED,
        actor,
        recorder,
        (tx, order) -> apply(tx, order, ACCEPTED, actor, null, estimate(tx, order).plus(delay)));
  }

  private OrderView change(
      UUID id,
      OrderStatus to,
      Actor actor,
      BiConsumer<DSLContext, Moved> recorder,
      BiFunction<DSLContext, Order, OrderView> how) {
    return database.transaction(
        tx -> {
          Order order = Orders.lock(tx, id).orElseThrow(Problem::notFound);
          if (!Transitions.allow(order.status(), to, actor.kind())) {
            throw refused(order, to.getLiteral());
          }
          OrderView view = how.apply(tx, order);
          recorder.accept(tx, new Moved(order, view));
          return view;
        });
  }

  /** {@link #delay(UUID, Actor, int, BiConsumer)} that nobody writes down. */
  public OrderView delay(UUID id, Actor actor, int minutes) {
    return delay(id, actor, minutes, UNRECORDED);
  }

  /**
   * Moves the estimate of an accepted order so many minutes later: than it was, or than now where
   * it has passed. Each call is a delay of its own.
   *
   * @param minutes 1 to 180
   * @param recorder writes it down in the same transaction
   * @throws Problem 400, 404 for an unknown order, 409 {@code TRANSITION_REFUSED} before the order
   *     is accepted and once it is ready
   */
  public OrderView delay(
      UUID id, Actor actor, int minutes, BiConsumer<DSLContext, Moved> recorder) {
    Duration delay = delayOf(minutes);
    return database.transaction(
        tx -> {
          Order order = Orders.lock(tx, id).orElseThrow(Problem::notFound);
          if (!Transitions.allowDelay(order.status(), actor.kind())) {
            throw refused(order, DELAYED);
          }
          Instant readyAt = order.delayedBy(delay, clock.instant());
          if (!Orders.delay(tx, id, order.status(), readyAt)) {
            throw new IllegalStateException("an order changed under its lock");
          }
          OrderView view = events.append(tx, order, DELAYED, actor);
          recorder.accept(tx, new Moved(order, view));
          return view;
        });
  }

  static Problem refused(Order order, String wish) {
    return Problem.of(OrderProblem.TRANSITION_REFUSED, "%s → %s".formatted(order.status(), wish));
  }

  private static Duration delayOf(int minutes) {
    if (minutes < 1 || minutes > LONGEST_DELAY_MINUTES) {
      throw Problem.invalid(
          "delayMinutes",
          "1분에서 %d분 사이여야 해요.".formatted(LONGEST_DELAY_MINUTES),
          "Must be between 1 and %d minutes.".formatted(LONGEST_DELAY_MINUTES));
    }
    return Duration.ofMinutes(minutes);
  }

  /**
   * A cancellation that the customer asks for.
   *
   * @param recorder stores the answer in the same transaction
   * @throws Problem 404 when it is not theirs, 409 {@code NOT_CANCELLABLE} once the shop has
   *     accepted
   */
  public OrderView cancel(
      UUID user, UUID id, String reason, BiConsumer<DSLContext, OrderView> recorder) {
    Actor actor = Actor.customer(user);
    return database.transaction(
        tx -> {
          Order order = lockOf(tx, user, id);
          if (!Transitions.allow(order.status(), CANCELLED, actor.kind())) {
            throw Problem.of(OrderProblem.NOT_CANCELLABLE);
          }
          OrderView view = apply(tx, order, CANCELLED, actor, reason);
          recorder.accept(tx, view);
          return view;
        });
  }

  /**
   * Ends orders that were not paid in time and of whose money nothing is in doubt.
   *
   * @return how many
   */
  public int expireUnpaid() {
    int expired = 0;
    for (UUID id : Orders.unpaidSince(database.sql(), clock.instant(), EXPIRY_BATCH)) {
      try {
        expired += expire(id) ? 1 : 0;
      } catch (RuntimeException e) {
        LOG.errorf(e, "order %s cannot expire; the others do", id);
      }
    }
    return expired;
  }

  private boolean expire(UUID id) {
    Actor actor = Actor.system("expiry");
    return database.transaction(
        tx -> {
          Order order = Orders.lock(tx, id).orElseThrow();
          boolean due =
              Transitions.allow(order.status(), EXPIRED, actor.kind())
                  && !order.isPayableAt(clock.instant())
                  && !PaymentAttempts.hasOpen(tx, id);
          if (due) {
            apply(tx, order, EXPIRED, actor, null);
          }
          return due;
        });
  }

  /**
   * Ends what shops forgot: a paid order that nobody accepted in time is cancelled and paid back, a
   * ready one counts as picked up after three hours.
   *
   * @return how many
   */
  public int endForgotten() {
    Instant now = clock.instant();
    Duration toAccept = Acceptance.of(database.sql()).accept();
    List<UUID> unaccepted =
        Orders.waitingSince(
            database.sql(), PAID, now.minus(toAccept), now.plus(toAccept), FORGOTTEN_BATCH);
    List<UUID> ready =
        Orders.waitingSince(database.sql(), READY, now.minus(TO_PICK_UP), now, FORGOTTEN_BATCH);
    unaccepted.forEach(
        id -> end(id, CANCELLED, Actor.system("acceptance"), "가게가 제때 주문을 확인하지 못했어요."));
    ready.forEach(id -> end(id, COMPLETED, Actor.system("pickup"), null));
    return unaccepted.size() + ready.size();
  }

  private void end(UUID id, OrderStatus to, Actor actor, String reason) {
    try {
      move(id, to, actor, reason);
    } catch (Problem movedMeanwhile) {
      LOG.debugf("order %s was not forgotten after all", id);
    } catch (RuntimeException e) {
      LOG.errorf(e, "order %s cannot be ended; the others are", id);
    }
  }

  /** The order under its lock, if it is this user's. */
  static Order lockOf(DSLContext tx, UUID user, UUID id) {
    return Orders.lock(tx, id).filter(o -> o.belongsTo(user)).orElseThrow(Problem::notFound);
  }

  /** The order as its customer sees it. */
  OrderView view(DSLContext tx, UUID id) {
    return views.get(tx, id);
  }

  /** Records something that changed about the order without moving it, such as a refund. */
  OrderView note(DSLContext tx, Order order, String type, Actor actor) {
    return events.append(tx, order, type, actor);
  }

  /** The caller holds the order's lock and has checked that the transition is allowed. */
  OrderView apply(DSLContext tx, Order order, OrderStatus to, Actor actor, String reason) {
    return apply(tx, order, to, actor, reason, to == ACCEPTED ? estimate(tx, order) : null);
  }

  private OrderView apply(
      DSLContext tx, Order order, OrderStatus to, Actor actor, String reason, Instant readyAt) {
    String cancelReason = to == CANCELLED ? requireReason(reason) : null;
    if (!Orders.move(tx, order.id(), order.status(), to, cancelReason, readyAt)) {
      throw new IllegalStateException("an order changed under its lock");
    }
    if (to == CANCELLED || to == EXPIRED) {
      Stock.giveBack(tx, order);
      Refunds.requestRest(
          tx, order.id(), cancelReason == null ? "미결제" : cancelReason, clock.instant());
    }
    return events.append(tx, order, to.getLiteral(), actor);
  }

  private Instant estimate(DSLContext tx, Order order) {
    Duration preparation = Stores.preparation(tx, order.storeId());
    Instant soonest = clock.instant().plus(preparation);
    return order.pickupAt() != null && order.pickupAt().isAfter(soonest)
        ? order.pickupAt()
        : soonest;
  }

  private static String requireReason(String reason) {
    if (reason == null || reason.isBlank()) {
      throw Problem.invalid("reason", "취소 사유가 필요합니다.", "A reason is required.");
    }
    return reason;
  }
}
