package com.ojeomneo.order;

import static com.ojeomneo.schema.jooq.enums.OrderStatus.ACCEPTED;
import static com.ojeomneo.schema.jooq.enums.OrderStatus.PAID;
import static com.ojeomneo.schema.jooq.enums.OrderStatus.PENDING_PAYMENT;
import static com.ojeomneo.schema.jooq.enums.OrderStatus.PREPARING;
import static com.ojeomneo.schema.jooq.enums.OrderStatus.READY;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.ojeomneo.menu.Dish;
import com.ojeomneo.money.Won;
import com.ojeomneo.order.ChangeOrder.Removal;
import com.ojeomneo.order.OrderChanges.Change;
import com.ojeomneo.payment.Payment;
import com.ojeomneo.payment.PaymentAttempts;
import com.ojeomneo.payment.Payments;
import com.ojeomneo.payment.Refunds;
import com.ojeomneo.platform.database.Database;
import com.ojeomneo.platform.problem.Problem;
import com.ojeomneo.schema.jooq.enums.ChangeSettlement;
import com.ojeomneo.schema.jooq.enums.OrderStatus;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jooq.DSLContext;

/**
 * Changes what an order holds, at today's prices. Of one that is paid for, the difference is
 * settled in the same transaction: less goes back the way it came, more is paid at the till or
 * borne by the shop. So what is kept of an order's payments is always what it costs.
 */
public final class OrderChange {
  private static final String CHANGED = "CHANGED";
  private static final Set<OrderStatus> SERVED = Set.of(PAID, ACCEPTED, PREPARING, READY);

  private final Database database;
  private final OrderProgress progress;
  private final ObjectMapper json;
  private final Clock clock;

  public OrderChange(Database database, OrderProgress progress, ObjectMapper json, Clock clock) {
    this.database = database;
    this.progress = progress;
    this.json = json;
    this.clock = clock;
  }

  /**
   * What was changed.
   *
   * @param difference KRW more, or less when negative
   */
  public record Changed(UUID order, int difference, ChangeSettlement settlement) {
    /** Whether the shop has less of it than before. */
    public boolean givesAway() {
      return settlement == ChangeSettlement.REFUNDED || settlement == ChangeSettlement.WAIVED;
    }
  }

  /**
   * @param key the same key with the same wish changes once, however often it comes
   * @param recorder writes it down in the same transaction; not called for a repetition
   * @throws Problem 404, 400 for a line or a dish that is not there, 409 {@code TRANSITION_REFUSED}
   *     when it is too late or the customer's to change, {@code AMOUNT_MISMATCH} when it makes
   *     another difference, {@code CHANGE_TOO_LARGE} when fewer portions are left of the line, and
   *     as {@link Checkout#place}; 422 {@code IDEMPOTENCY_KEY_REUSED}
   */
  public void change(
      UUID id, ChangeOrder wish, UUID staff, String key, BiConsumer<DSLContext, Changed> recorder) {
    byte[] fingerprint = Fingerprint.of(json, wish);
    if (wish.remove() == null && wish.add() == null) {
      throw Problem.invalid("add", "무엇을 바꿀지 골라 주세요.", "Say what is to be changed.");
    }
    try {
      database.transact(
          tx -> {
            Order order = Orders.lock(tx, id).orElseThrow(Problem::notFound);
            Optional<byte[]> before = OrderChanges.changedWith(tx, id, key);
            if (before.isPresent()) {
              Fingerprint.requireSame(before.get(), fingerprint);
              return;
            }
            requireChangeable(tx, order, wish);
            Change change = apply(tx, order, wish, staff);
            OrderChanges.insert(tx, id, change, staff, key, fingerprint, clock.instant());
            progress.note(tx, order, CHANGED, Actor.staff(staff.toString()));
            recorder.accept(tx, new Changed(id, change.difference(), change.settlement()));
          });
    } catch (ArithmeticException moreThanAllMoney) {
      throw Problem.of(OrderProblem.QUANTITY_LIMIT);
    }
  }

  private static void requireChangeable(DSLContext tx, Order order, ChangeOrder wish) {
    boolean isUnpaid = order.status() == PENDING_PAYMENT && order.isByStaff();
    if (!isUnpaid && !SERVED.contains(order.status())) {
      throw OrderProgress.refused(order, CHANGED);
    }
    if (isUnpaid && PaymentAttempts.hasOpen(tx, order.id())) {
      throw Problem.of(OrderProblem.PAYMENT_OPEN);
    }
    if (!isUnpaid && wish.add() == null) {
      throw Problem.invalid("add", "결제된 주문에서 빼기만 하려면 환불하세요.", "Of a paid order, refund the line.");
    }
  }

  private Change apply(DSLContext tx, Order order, ChangeOrder wish, UUID staff) {
    Removal remove = wish.remove();
    OrderLines.Taken out = remove == null ? null : takeOut(tx, order, remove);
    List<PlaceOrder.Portions> items = wish.add() == null ? List.of() : List.of(wish.add());
    Map<UUID, Dish> dishes = Checkout.dishes(tx, order.storeId(), items);
    Checkout.requireOnSale(dishes.values(), fetched(order));
    OrderLines.Line in = items.isEmpty() ? null : Checkout.lines(items, dishes).getFirst();
    moveStock(tx, order, wish, out, dishes);
    int credit = out == null ? 0 : out.credit().amount();
    int cost = in == null ? 0 : in.item().amount().amount();
    int difference = cost - credit;
    if (wish.difference() != difference) {
      throw Problem.of(OrderProblem.AMOUNT_MISMATCH);
    }
    ChangeSettlement settlement = settlement(order, wish, difference);
    boolean isWaived = settlement == ChangeSettlement.WAIVED;
    Integer line = null;
    if (in != null) {
      line = OrderLines.next(tx, order.id());
      Won waived = isWaived ? new Won(difference) : Won.ZERO;
      Integer replaces = remove == null ? null : remove.line();
      OrderLines.insert(
          tx,
          order.id(),
          line,
          List.of(new OrderLines.Line(in.item(), in.tookStock(), waived, replaces)));
    }
    retotal(tx, order, isWaived ? 0 : difference);
    settle(tx, order, wish, staff, settlement, difference);
    return new Change(wish, line, credit, cost, settlement);
  }

  private static OrderLines.Taken takeOut(DSLContext tx, Order order, Removal remove) {
    return OrderLines.replace(
            tx, order.id(), remove.line(), remove.quantity(), isToStock(order, remove))
        .orElseThrow(() -> Problem.of(OrderProblem.CHANGE_TOO_LARGE));
  }

  /** Of what nobody has paid for, nothing was cooked. */
  private static boolean isToStock(Order order, Removal remove) {
    return remove.toStock() || order.status() == PENDING_PAYMENT;
  }

  private Instant fetched(Order order) {
    Instant now = clock.instant();
    return order.pickupAt() == null || order.pickupAt().isBefore(now) ? now : order.pickupAt();
  }

  /** In the order of menu ids, as everybody takes them; of one dish what comes back comes first. */
  private static void moveStock(
      DSLContext tx, Order order, ChangeOrder wish, OrderLines.Taken out, Map<UUID, Dish> dishes) {
    Runnable giveBack = () -> {};
    if (out != null && out.tookStock() && isToStock(order, wish.remove())) {
      int portions = wish.remove().quantity();
      giveBack = () -> Stock.giveBack(tx, out.menuId(), order.businessDay(), portions);
    }
    if (wish.add() == null) {
      giveBack.run();
      return;
    }
    String in = wish.add().menuId().toString();
    boolean givesBackFirst = out != null && out.menuId().toString().compareTo(in) <= 0;
    if (givesBackFirst) {
      giveBack.run();
    }
    Checkout.takeStock(tx, List.of(wish.add()), dishes, order.businessDay());
    if (!givesBackFirst) {
      giveBack.run();
    }
  }

  private static ChangeSettlement settlement(Order order, ChangeOrder wish, int difference) {
    boolean isUnpaid = order.status() == PENDING_PAYMENT;
    boolean needsSettling = !isUnpaid && difference > 0;
    if (needsSettling
        ? (wish.paid() != null) == wish.waived()
        : wish.paid() != null || wish.waived()) {
      throw Problem.invalid(
          "paid",
          "더 받을 돈이 있을 때만, 현장에서 받거나 받지 않기로 하나만 고르세요.",
          "When it costs more, and only then: it is either paid at the till or waived.");
    }
    if (isUnpaid) {
      return ChangeSettlement.UNPAID;
    }
    if (difference == 0) {
      return ChangeSettlement.NONE;
    }
    if (difference < 0) {
      return ChangeSettlement.REFUNDED;
    }
    return wish.waived() ? ChangeSettlement.WAIVED : ChangeSettlement.PAID;
  }

  private static void retotal(DSLContext tx, Order order, int difference) {
    int total = Math.addExact(order.totalAmount().amount(), difference);
    if (total <= 0) {
      throw Problem.invalid("remove", "주문에 남는 것이 없어요. 취소하세요.", "Nothing would be left: cancel it.");
    }
    Orders.retotal(tx, order.id(), new Won(total));
  }

  private void settle(
      DSLContext tx,
      Order order,
      ChangeOrder wish,
      UUID staff,
      ChangeSettlement settlement,
      int difference) {
    switch (settlement) {
      case NONE, UNPAID, WAIVED -> {}
      case PAID ->
          Payments.recordAtTill(
              tx, order.id(), new Won(difference), wish.paid(), staff, true, clock.instant());
      case REFUNDED -> {
        List<Payment> payments = Payments.lockPaying(tx, order.id());
        Won rest = payments.stream().map(Payment::rest).reduce(Won.ZERO, Won::plus);
        Won less = new Won(-difference);
        if (less.compareTo(rest) > 0) {
          throw Problem.of(OrderProblem.REFUND_TOO_LARGE);
        }
        Refunds.request(tx, payments, less, wish.reason(), null, clock.instant());
      }
    }
  }
}
