package com.ojeomneo.order;

import static com.ojeomneo.schema.jooq.Tables.DAILY_STOCK;
import static com.ojeomneo.schema.jooq.Tables.ORDER_EVENTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.f4b6a3.uuid.UuidCreator;
import com.ojeomneo.money.Won;
import com.ojeomneo.payment.Charge;
import com.ojeomneo.payment.PaymentAttempt;
import com.ojeomneo.payment.PaymentAttempts;
import com.ojeomneo.platform.problem.Problem;
import com.ojeomneo.platform.problem.ProblemCode;
import com.ojeomneo.schema.jooq.enums.AttemptStatus;
import com.ojeomneo.schema.jooq.enums.OrderStatus;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jooq.DSLContext;

/** A node whose clock a test sets: what customers and the provider do at that moment. */
final class MovedTime {
  static final Actor STAFF = Actor.staff("kim");

  private static final URI NO_PROVIDER = URI.create("http://127.0.0.1:9");

  /** Monday noon. */
  final MovableClock clock = new MovableClock(MovableClock.seoul("2026-06-01T12:00"));

  final Node node;

  MovedTime() {
    this(SharedDatabase.SOURCE);
  }

  /** With a database of its own, for what is set for everybody. */
  MovedTime(DataSource source) {
    this.node = new Node(source, NO_PROVIDER, clock);
  }

  private static final class SharedDatabase {
    static final DataSource SOURCE = TestPostgres.database("moved_time");
  }

  DSLContext sql() {
    return node.database.sql();
  }

  MovedTime at(String seoul) {
    return at(MovableClock.seoul(seoul));
  }

  MovedTime at(Instant moment) {
    clock.set(moment);
    return this;
  }

  OrderView place(TestShop shop, UUID dish) {
    return place(shop, dish, null);
  }

  OrderView place(TestShop shop, UUID dish, Instant pickupAt) {
    return node.checkout.place(
        TestShop.customer(sql()),
        new PlaceOrder(
            shop.id(), pickupAt, List.of(new PlaceOrder.Portions(dish, 1, List.of())), null),
        (tx, view) -> {});
  }

  /** The customer's request to pay has reached the provider; nobody knows yet what came of it. */
  PaymentAttempt paying(OrderView order) {
    UUID id = UuidCreator.getTimeOrderedEpoch();
    var attempt =
        new PaymentAttempt(
            id,
            order.id(),
            "key-" + id,
            "once",
            order.totalAmount(),
            AttemptStatus.OPEN,
            null,
            0,
            clock.instant());
    PaymentAttempts.open(sql(), attempt, clock.instant());
    return attempt;
  }

  OrderView pay(OrderView order) {
    PaymentAttempt attempt = paying(order);
    node.payment.book(order.id(), charge(attempt));
    return view(order);
  }

  OrderView move(OrderView order, OrderStatus... states) {
    for (OrderStatus state : states) {
      node.progress.move(order.id(), state, STAFF, "재료 소진");
    }
    return view(order);
  }

  OrderView view(OrderView order) {
    return node.views.get(sql(), order.id());
  }

  /** Who brought the order to where it is. */
  String lastActor(OrderView order) {
    return sql()
        .select(ORDER_EVENTS.ACTOR)
        .from(ORDER_EVENTS)
        .where(ORDER_EVENTS.ORDER_ID.eq(order.id()))
        .orderBy(ORDER_EVENTS.SEQ.desc())
        .limit(1)
        .fetchSingle()
        .value1();
  }

  int remaining(UUID dish, String day) {
    return sql()
        .select(DAILY_STOCK.REMAINING)
        .from(DAILY_STOCK)
        .where(DAILY_STOCK.MENU_ID.eq(dish), DAILY_STOCK.BUSINESS_DAY.eq(LocalDate.parse(day)))
        .fetchSingle()
        .value1();
  }

  static void assertRefused(ProblemCode code, ThrowingCallable deed) {
    assertThatThrownBy(deed)
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
  }

  private static Charge charge(PaymentAttempt attempt) {
    Won amount = attempt.amount();
    return new Charge(
        attempt.paymentKey(),
        attempt.orderId().toString(),
        Charge.Status.DONE,
        "KRW",
        amount.amount(),
        amount.amount(),
        "카드",
        null,
        null,
        List.of());
  }
}
