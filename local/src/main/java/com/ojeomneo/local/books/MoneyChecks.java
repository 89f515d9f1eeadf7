package com.ojeomneo.local.books;

import static com.ojeomneo.schema.jooq.Tables.ORDERS;
import static com.ojeomneo.schema.jooq.Tables.PAYMENTS;
import static com.ojeomneo.schema.jooq.Tables.REFUNDS;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.SQLDataType.INTEGER;

import com.ojeomneo.platform.database.Database;
import com.ojeomneo.schema.jooq.enums.OrderStatus;
import com.ojeomneo.schema.jooq.enums.PaymentKind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.Field;

/** Whether database and sandbox tell the same about every won. */
public final class MoneyChecks {
  private static final Set<OrderStatus> UNPAID =
      Set.of(OrderStatus.PENDING_PAYMENT, OrderStatus.EXPIRED, OrderStatus.CANCELLED);

  private static final Field<Integer> AT_TILL =
      field(
          select(coalesce(sum(PAYMENTS.AMOUNT.minus(PAYMENTS.REFUNDED)), inline(0)).cast(INTEGER))
              .from(PAYMENTS)
              .where(PAYMENTS.ORDER_ID.eq(ORDERS.ID), PAYMENTS.KIND.eq(PaymentKind.TILL)));

  private final Map<UUID, Order> orders;
  private final Map<String, Charge> charges;
  private final List<Refund> refunds;
  private final List<SandboxLedger.Entry> entries;

  /**
   * @param atTill what of its money the provider never had, KRW
   */
  private record Order(UUID id, OrderStatus status, int total, int atTill) {}

  private record Charge(UUID order, String paymentKey, int amount) {}

  private record Refund(UUID id, String paymentKey, int amount) {}

  public MoneyChecks(Database owner, SandboxLedger sandbox)
      throws IOException, InterruptedException {
    this.orders =
        owner
            .sql()
            .select(ORDERS.ID, ORDERS.STATUS, ORDERS.TOTAL_AMOUNT, AT_TILL)
            .from(ORDERS)
            .fetch(row -> new Order(row.value1(), row.value2(), row.value3(), row.value4()))
            .stream()
            .collect(Collectors.toMap(Order::id, Function.identity()));
    this.charges =
        owner
            .sql()
            .select(PAYMENTS.ORDER_ID, PAYMENTS.PAYMENT_KEY, PAYMENTS.AMOUNT)
            .from(PAYMENTS)
            .where(PAYMENTS.KIND.eq(PaymentKind.PROVIDER))
            .fetch(row -> new Charge(row.value1(), row.value2(), row.value3()))
            .stream()
            .collect(Collectors.toMap(Charge::paymentKey, Function.identity()));
    this.refunds =
        owner
            .sql()
            .select(REFUNDS.ID, PAYMENTS.PAYMENT_KEY, REFUNDS.AMOUNT)
            .from(REFUNDS)
            .join(PAYMENTS)
            .on(PAYMENTS.ID.eq(REFUNDS.PAYMENT_ID))
            .where(REFUNDS.AT_TILL.isFalse())
            .fetch(row -> new Refund(row.value1(), row.value2(), row.value3()));
    this.entries = sandbox.all();
  }

  public List<Check> all() {
    return List.of(balances(), charges(), refunds());
  }

  /** KRW that customers paid and the sandbox still holds. */
  public long kept() {
    return entries.stream().mapToLong(SandboxLedger.Entry::balance).sum();
  }

  /** KRW that were ever taken. */
  public long taken() {
    return entries.stream()
        .filter(SandboxLedger.Entry::charged)
        .mapToLong(SandboxLedger.Entry::amount)
        .sum();
  }

  /** Paymentkeys by which money was taken, given back or not. */
  public Set<String> chargedKeys() {
    return entries.stream()
        .filter(SandboxLedger.Entry::charged)
        .map(SandboxLedger.Entry::paymentKey)
        .collect(Collectors.toSet());
  }

  /** What the sandbox holds for an order is its price while it is served, else nothing. */
  private Check balances() {
    var ofOrders = entries.stream().collect(Collectors.groupingBy(SandboxLedger.Entry::orderId));
    var wrong = new ArrayList<Difference>();
    for (Order order : orders.values()) {
      int due = UNPAID.contains(order.status()) ? 0 : order.total() - order.atTill();
      var its = ofOrders.getOrDefault(order.id().toString(), List.of());
      int held = its.stream().mapToInt(SandboxLedger.Entry::balance).sum();
      if (held != due) {
        wrong.add(
            new Difference(
                order.id().toString(),
                "%s for %d: the sandbox holds %d %s"
                    .formatted(order.status(), order.total(), held, its)));
      }
    }
    return new Check("주문 = 샌드박스 잔액 · orders and balances", orders.size(), wrong);
  }

  /** Every charge is known on both sides, with its amount and its order. */
  private Check charges() {
    var taken =
        entries.stream()
            .filter(SandboxLedger.Entry::charged)
            .collect(Collectors.toMap(SandboxLedger.Entry::paymentKey, Function.identity()));
    var wrong = new ArrayList<Difference>();
    for (SandboxLedger.Entry entry : taken.values()) {
      Charge charge = charges.get(entry.paymentKey());
      if (charge == null
          || charge.amount() != entry.amount()
          || !charge.order().toString().equals(entry.orderId())) {
        wrong.add(
            new Difference(entry.orderId(), "charged %s, recorded %s".formatted(entry, charge)));
      }
    }
    for (Charge charge : charges.values()) {
      if (!taken.containsKey(charge.paymentKey())) {
        wrong.add(new Difference(charge.order().toString(), "never charged: " + charge));
      }
    }
    return new Check("결제 = 샌드박스 승인 · charges", taken.size(), wrong);
  }

  /** Every refund is one cancellation at the sandbox, by its id and its amount, and no other is. */
  private Check refunds() {
    var asked =
        refunds.stream().collect(Collectors.groupingBy(Refund::paymentKey, Collectors.toList()));
    var wrong = new ArrayList<Difference>();
    for (SandboxLedger.Entry entry : entries) {
      var due =
          asked.getOrDefault(entry.paymentKey(), List.of()).stream()
              .sorted(Comparator.comparing(Refund::id))
              .toList();
      if (!match(due, entry.cancels())) {
        wrong.add(
            new Difference(
                entry.orderId(), "refunds %s, cancelled %s".formatted(due, entry.cancels())));
      }
    }
    return new Check("환불 = 샌드박스 취소 · refunds and cancellations", refunds.size(), wrong);
  }

  private static boolean match(List<Refund> refunds, List<SandboxLedger.Cancel> cancels) {
    return refunds.size() == cancels.size()
        && refunds.stream()
            .allMatch(
                refund ->
                    cancels.stream()
                            .filter(c -> c.reason().contains(refund.id().toString()))
                            .filter(c -> c.amount() == refund.amount())
                            .count()
                        == 1);
  }
}
