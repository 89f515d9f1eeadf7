package com.ojeomneo.order.race;

import static com.ojeomneo.schema.jooq.Tables.DAILY_STOCK;
import static com.ojeomneo.schema.jooq.Tables.ORDERS;
import static com.ojeomneo.schema.jooq.Tables.ORDER_EVENTS;
import static com.ojeomneo.schema.jooq.Tables.OUTBOX;
import static com.ojeomneo.schema.jooq.Tables.PAYMENTS;
import static com.ojeomneo.schema.jooq.Tables.PICKUP_SLOTS;
import static com.ojeomneo.schema.jooq.Tables.REFUNDS;
import static com.ojeomneo.schema.jooq.Tables.USERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.field;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.ojeomneo.order.Node;
import com.ojeomneo.order.OrderView;
import com.ojeomneo.schema.jooq.enums.OrderStatus;
import com.ojeomneo.schema.jooq.enums.PaymentKind;
import com.ojeomneo.schema.jooq.tables.records.OrderEventsRecord;
import com.ojeomneo.schema.jooq.tables.records.OrdersRecord;
import com.ojeomneo.schema.jooq.tables.records.PaymentsRecord;
import com.ojeomneo.schema.jooq.tables.records.RefundsRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import org.jooq.DSLContext;

/** What must be true of a lunch whatever happened, once nothing is left to do. */
final class Books {
  private static final Set<OrderStatus> SERVED =
      Set.of(OrderStatus.PAID, OrderStatus.ACCEPTED, OrderStatus.PREPARING, OrderStatus.READY);

  private final Lane lane;
  private final Lunch lunch;
  private final DSLContext sql;

  Books(Lane lane, Lunch lunch) {
    this.lane = lane;
    this.lunch = lunch;
    this.sql = lane.node.database.sql();
  }

  void check() throws JsonProcessingException {
    var orders = sql.fetch(ORDERS, ORDERS.STORE_ID.eq(lunch.shop.id()));
    long served = orders.stream().filter(o -> SERVED.contains(o.getStatus())).count();
    checkStock((int) served);
    for (OrdersRecord order : orders) {
      checkEvents(order);
    }
    checkMoney(
        orders.stream().filter(o -> o.getId().equals(lunch.order)).findFirst().orElseThrow());
  }

  private void checkStock(int served) {
    assertThat(served).as("portions sold").isLessThanOrEqualTo(lunch.portions);
    assertThat(sql.fetchSingle(DAILY_STOCK, DAILY_STOCK.MENU_ID.eq(lunch.dish)).getRemaining())
        .as("portions left")
        .isEqualTo(lunch.portions - served);
    assertThat(
            sql.fetchValue(
                "SELECT coalesce(sum(portions), 0) FROM dish_sales_entries WHERE menu_id = ?",
                lunch.dish))
        .as("portions counted as sold")
        .isEqualTo((long) served);
    assertThat(sql.fetchSingle(PICKUP_SLOTS, PICKUP_SLOTS.STORE_ID.eq(lunch.shop.id())).getTaken())
        .as("places taken")
        .isEqualTo(served);
  }

  /**
   * One charge or none; all of it ours when the order is served, but for what staff gave back, and
   * none of it when it is not.
   */
  private void checkMoney(OrdersRecord order) {
    var charges = new ArrayList<JsonNode>();
    Map<String, Integer> givenBack = new HashMap<>();
    for (JsonNode payment : lunch.ledger(lane)) {
      if (!payment.path("approvedAt").isMissingNode() && !payment.path("approvedAt").isNull()) {
        charges.add(payment);
        payment
            .path("cancels")
            .forEach(
                c ->
                    givenBack.put(
                        c.get("transactionKey").textValue(), c.get("cancelAmount").intValue()));
      }
    }
    assertThat(charges).as("charges").hasSizeLessThanOrEqualTo(1);
    int kept = charges.stream().mapToInt(c -> c.get("balanceAmount").intValue()).sum();
    boolean isServed = SERVED.contains(order.getStatus());
    List<PaymentsRecord> all = sql.fetch(PAYMENTS, PAYMENTS.ORDER_ID.eq(lunch.order));
    int atTill =
        all.stream()
            .filter(p -> p.getKind() == PaymentKind.TILL)
            .mapToInt(p -> p.getAmount() - p.getRefunded())
            .sum();
    List<RefundsRecord> everyRefund = sql.fetch(REFUNDS, REFUNDS.ORDER_ID.eq(lunch.order));
    List<RefundsRecord> refunds = everyRefund.stream().filter(r -> !r.getAtTill()).toList();
    assertThat(everyRefund.stream().mapToInt(RefundsRecord::getAmount).sum())
        .as("won that refunds are of")
        .isEqualTo(all.stream().mapToInt(PaymentsRecord::getRefunded).sum());
    int asked =
        everyRefund.stream()
            .filter(r -> r.getIdempotencyKey() != null)
            .mapToInt(RefundsRecord::getAmount)
            .sum();
    assertThat(kept + atTill)
        .as("won kept for %s", order.getStatus())
        .isEqualTo(isServed ? order.getTotalAmount() - asked : 0);
    checkLines();

    List<PaymentsRecord> payments =
        all.stream().filter(p -> p.getKind() == PaymentKind.PROVIDER).toList();
    assertThat(payments)
        .as("payments booked")
        .extracting(PaymentsRecord::getPaymentKey)
        .containsExactlyElementsOf(
            charges.stream().map(c -> c.get("paymentKey").textValue()).toList());
    Map<String, Integer> booked = new HashMap<>();
    refunds.forEach(r -> booked.merge(r.getTransactionKey(), r.getAmount(), Integer::sum));
    assertThat(booked).as("refunds booked").isEqualTo(givenBack).hasSameSizeAs(refunds);
    assertThat(payments.stream().mapToInt(PaymentsRecord::getRefunded).sum())
        .as("won asked back")
        .isEqualTo(booked.values().stream().mapToInt(Integer::intValue).sum());
    assertThat(all.stream().anyMatch(PaymentsRecord::getPaysOrder))
        .as("was paid")
        .isEqualTo(happened("PAID"));
    if (isServed) {
      assertThat(happened("PAID")).as("served without payment").isTrue();
    }
    if (order.getStatus() == OrderStatus.EXPIRED) {
      assertThat(charges).as("charges of an order that expired while one was on its way").isEmpty();
    }
  }

  /** What of each line was asked back is what its refunds say, and they add up to their amount. */
  private void checkLines() {
    assertThat(
            sql.fetchValue(
                """
                SELECT count(*) FROM order_lines l WHERE order_id = ? AND refunded_quantity IS DISTINCT FROM
                    (SELECT coalesce(sum(quantity), 0) FROM refund_lines r
                      WHERE r.order_id = l.order_id AND r.line = l.line)
                """,
                lunch.order))
        .as("lines of which another number was asked back than their refunds say")
        .isEqualTo(0L);
    assertThat(
            sql.fetchValue(
                """
                SELECT count(*) FROM order_lines l WHERE order_id = ? AND replaced_quantity IS DISTINCT FROM
                    (SELECT coalesce(sum(c.quantity), 0) FROM order_changes c
                      WHERE c.order_id = l.order_id AND c.line = l.line)
                """,
                lunch.order))
        .as("lines of which another number was replaced than their changes say")
        .isEqualTo(0L);
    assertThat(
            sql.fetchValue(
                """
                SELECT count(*) FROM refunds r
                  JOIN (SELECT refund_id, sum(amount) AS amount FROM refund_lines GROUP BY refund_id) l
                    ON l.refund_id = r.id
                 WHERE r.order_id = ? AND r.amount <> l.amount
                """,
                lunch.order))
        .as("refunds of another amount than their lines")
        .isEqualTo(0L);
  }

  private boolean happened(String type) {
    return sql.fetchExists(
        ORDER_EVENTS, ORDER_EVENTS.ORDER_ID.eq(lunch.order), ORDER_EVENTS.TYPE.eq(type));
  }

  private void checkEvents(OrdersRecord order) throws JsonProcessingException {
    List<OrderEventsRecord> events =
        sql.selectFrom(ORDER_EVENTS)
            .where(ORDER_EVENTS.ORDER_ID.eq(order.getId()))
            .orderBy(ORDER_EVENTS.SEQ)
            .fetch();
    assertThat(events)
        .as("events of the order")
        .extracting(OrderEventsRecord::getSeq)
        .map(Integer::longValue)
        .containsExactlyElementsOf(upTo(order.getLastEvent()));
    assertThat(events.stream().map(OrderEventsRecord::getType).filter(Books::isState))
        .as("states")
        .doesNotHaveDuplicates()
        .last()
        .isEqualTo(order.getStatus().getLiteral());
    OrderView view = lane.node.views.get(sql, order.getId());
    assertThat(Node.JSON.readTree(events.getLast().getSnapshot().data()))
        .as("the newest event shows the order as it is")
        .isEqualTo(Node.JSON.readTree(Node.JSON.writeValueAsString(view)));
    assertThat(
            sql.fetchCount(
                OUTBOX, field("payload->>'orderId'", String.class).eq(order.getId().toString())))
        .as("events published")
        .isEqualTo(events.size());
    checkEventsOfUser(order.getUserId());
  }

  private void checkEventsOfUser(UUID user) {
    long last = sql.fetchSingle(USERS, USERS.ID.eq(user)).getOrderEventSeq();
    assertThat(
            sql.select(ORDER_EVENTS.USER_SEQ)
                .from(ORDER_EVENTS)
                .where(ORDER_EVENTS.USER_ID.eq(user))
                .orderBy(ORDER_EVENTS.USER_SEQ)
                .fetch(ORDER_EVENTS.USER_SEQ))
        .as("events of the user")
        .containsExactlyElementsOf(upTo(last));
  }

  private static boolean isState(String type) {
    return OrderStatus.lookupLiteral(type) != null;
  }

  private static List<Long> upTo(long last) {
    return LongStream.rangeClosed(1, last).boxed().toList();
  }
}
