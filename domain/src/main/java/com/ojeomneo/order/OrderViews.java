package com.ojeomneo.order;

import static com.ojeomneo.schema.jooq.Tables.ORDERS;
import static com.ojeomneo.schema.jooq.Tables.ORDER_LINES;
import static com.ojeomneo.schema.jooq.Tables.ORDER_LINE_OPTIONS;
import static com.ojeomneo.schema.jooq.Tables.REFUNDS;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.SQLDataType.VARCHAR;

import com.ojeomneo.money.Won;
import com.ojeomneo.order.OrderView.Item;
import com.ojeomneo.order.OrderView.Option;
import com.ojeomneo.order.OrderView.PaymentLink;
import com.ojeomneo.order.OrderView.RefundView;
import com.ojeomneo.payment.PaymentPage;
import com.ojeomneo.schema.jooq.enums.OrderChannel;
import com.ojeomneo.schema.jooq.enums.OrderStatus;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;

/** Reads orders as their customers see them: one statement, however many lines and refunds. */
public final class OrderViews {
  private static final Field<List<Option>> OPTIONS =
      multiset(
              select(
                      ORDER_LINE_OPTIONS.OPTION_ID,
                      ORDER_LINE_OPTIONS.NAME,
                      ORDER_LINE_OPTIONS.PRICE.convertFrom(Won::new))
                  .from(ORDER_LINE_OPTIONS)
                  .where(
                      ORDER_LINE_OPTIONS.ORDER_ID.eq(ORDER_LINES.ORDER_ID),
                      ORDER_LINE_OPTIONS.LINE.eq(ORDER_LINES.LINE))
                  .orderBy(ORDER_LINE_OPTIONS.POSITION))
          .convertFrom(rows -> rows.map(mapping(Option::new)));

  /** Of a line what was not replaced since. */
  private static final Field<Integer> COOKED =
      ORDER_LINES.QUANTITY.minus(ORDER_LINES.REPLACED_QUANTITY);

  private static final Field<List<Item>> ITEMS =
      multiset(
              select(
                      ORDER_LINES.MENU_ID,
                      ORDER_LINES.NAME,
                      COOKED,
                      ORDER_LINES.UNIT_PRICE.convertFrom(Won::new),
                      OPTIONS,
                      ORDER_LINES
                          .AMOUNT
                          .div(ORDER_LINES.QUANTITY)
                          .times(COOKED)
                          .convertFrom(Won::new))
                  .from(ORDER_LINES)
                  .where(ORDER_LINES.ORDER_ID.eq(ORDERS.ID), COOKED.gt(0))
                  .orderBy(ORDER_LINES.LINE))
          .convertFrom(rows -> rows.map(mapping(Item::new)));

  private static final Field<List<RefundView>> REFUNDED =
      multiset(
              select(REFUNDS.AMOUNT.convertFrom(Won::new), REFUNDS.STATUS, REFUNDS.REASON)
                  .from(REFUNDS)
                  .where(REFUNDS.ORDER_ID.eq(ORDERS.ID))
                  .orderBy(REFUNDS.CREATED_AT, REFUNDS.ID))
          .convertFrom(rows -> rows.map(mapping(RefundView::new)));

  private static final int NAME_LENGTH = 100;

  private final PaymentPage paymentPage;
  private final Clock clock;

  public OrderViews(PaymentPage paymentPage, Clock clock) {
    this.paymentPage = paymentPage;
    this.clock = clock;
  }

  /**
   * For a program that moves orders that are paid for, or are paid for at a till: it does not know
   * where customers pay, and fails rather than writing an order that waits for that without it.
   */
  public static OrderViews ofPaid(Clock clock) {
    return new OrderViews(null, clock);
  }

  /**
   * @throws org.jooq.exception.NoDataFoundException when there is no such order
   */
  public OrderView get(DSLContext tx, UUID order) {
    return fetch(tx, ORDERS.ID.eq(order), 1).getFirst();
  }

  /** The order, if it is this user's. */
  public Optional<OrderView> find(DSLContext sql, UUID order, UUID user) {
    return fetch(sql, ORDERS.ID.eq(order).and(ORDERS.USER_ID.eq(user)), 1).stream().findFirst();
  }

  /** How to pay the order, whoever asks; empty when it is not payable, or not there. */
  public Optional<PaymentLink> payable(DSLContext sql, UUID order) {
    return fetch(sql, ORDERS.ID.eq(order), 1).stream().findFirst().map(OrderView::payment);
  }

  /**
   * The user's orders, newest first.
   *
   * @param status null for all
   * @param before the id after which the page begins; null for the first page
   */
  public List<OrderView> list(
      DSLContext sql, UUID user, OrderStatus status, UUID before, int limit) {
    Condition wanted = ORDERS.USER_ID.eq(user);
    if (status != null) {
      // As text: among the user's orders, which are few, and along no index of a state, which are
      // everybody's.
      wanted = wanted.and(ORDERS.STATUS.cast(VARCHAR).eq(status.getLiteral()));
    }
    if (before != null) {
      wanted = wanted.and(ORDERS.ID.lt(before));
    }
    return fetch(sql, wanted, limit);
  }

  private List<OrderView> fetch(DSLContext sql, Condition wanted, int limit) {
    return sql.select(ORDERS.asterisk(), ITEMS, REFUNDED)
        .from(ORDERS)
        .where(wanted)
        .orderBy(ORDERS.ID.desc())
        .limit(limit)
        .fetch(this::view);
  }

  private OrderView view(Record row) {
    OrderStatus status = row.get(ORDERS.STATUS);
    List<Item> items = row.get(ITEMS);
    Won total = new Won(row.get(ORDERS.TOTAL_AMOUNT));
    boolean payable =
        status == OrderStatus.PENDING_PAYMENT
            // What staff take is paid for where they are.
            && row.get(ORDERS.CHANNEL) == OrderChannel.APP
            && clock.instant().isBefore(row.get(ORDERS.EXPIRES_AT));
    return new OrderView(
        row.get(ORDERS.ID),
        row.get(ORDERS.NUMBER),
        row.get(ORDERS.STORE_ID),
        row.get(ORDERS.STORE_NAME),
        status,
        total,
        items,
        row.get(ORDERS.NOTE),
        row.get(ORDERS.PICKUP_AT),
        row.get(ORDERS.ESTIMATED_READY_AT),
        row.get(ORDERS.CREATED_AT),
        row.get(ORDERS.EXPIRES_AT),
        Transitions.allow(status, OrderStatus.CANCELLED, Actor.Kind.CUSTOMER),
        row.get(ORDERS.CANCEL_REASON),
        row.get(REFUNDED),
        discount(items, total),
        payable ? link(row.get(ORDERS.ID), name(row.get(ORDERS.STORE_NAME), items), total) : null);
  }

  private static Won discount(List<Item> items, Won total) {
    Won sum = items.stream().map(Item::amount).reduce(Won.ZERO, Won::plus);
    return sum.compareTo(total) > 0 ? sum.minus(total) : null;
  }

  /** The provider shows the name to the customer and takes at most 100 characters. */
  static String name(String store, List<Item> items) {
    String first = items.getFirst().name();
    String dishes = items.size() == 1 ? first : "%s 외 %d건".formatted(first, items.size() - 1);
    String name = store + " · " + dishes;
    if (name.length() <= NAME_LENGTH) {
      return name;
    }
    int end = NAME_LENGTH - 1;
    // Half of a surrogate pair is no text: it could not be written as JSON.
    boolean splitsPair = Character.isHighSurrogate(name.charAt(end - 1));
    return name.substring(0, splitsPair ? end - 1 : end) + "…";
  }

  private PaymentLink link(UUID order, String name, Won total) {
    if (paymentPage == null) {
      throw new IllegalStateException(
          "order %s can be paid, nobody here knows where".formatted(order));
    }
    return new PaymentLink(
        "toss",
        paymentPage.clientKey(),
        order.toString(),
        name,
        total,
        paymentPage.urlFor(order, name, total));
  }
}
