package com.ojeomneo.drills;

import static com.ojeomneo.schema.jooq.Tables.ORDERS;
import static com.ojeomneo.schema.jooq.Tables.ORDER_EVENTS;

import com.ojeomneo.local.books.Check;
import com.ojeomneo.local.books.Difference;
import com.ojeomneo.platform.database.Database;
import com.ojeomneo.schema.jooq.enums.OrderStatus;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Whether what customers were told is so. */
final class LedgerChecks {
  private final Collection<Customer> customers;
  private final Set<String> chargedKeys;
  private final Map<UUID, Row> rows;
  private final Set<UUID> everPaid;

  private record Row(UUID id, UUID user, OrderStatus status, int total) {}

  /**
   * @param chargedKeys paymentKeys by which the sandbox took money
   */
  LedgerChecks(Collection<Customer> customers, Set<String> chargedKeys, Database owner) {
    this.customers = customers;
    this.chargedKeys = chargedKeys;
    this.rows =
        owner
            .sql()
            .select(ORDERS.ID, ORDERS.USER_ID, ORDERS.STATUS, ORDERS.TOTAL_AMOUNT)
            .from(ORDERS)
            .fetch(row -> new Row(row.value1(), row.value2(), row.value3(), row.value4()))
            .stream()
            .collect(Collectors.toMap(Row::id, Function.identity()));
    this.everPaid =
        new HashSet<>(
            owner
                .sql()
                .select(ORDER_EVENTS.ORDER_ID)
                .from(ORDER_EVENTS)
                .where(ORDER_EVENTS.TYPE.eq("PAID"))
                .fetch(ORDER_EVENTS.ORDER_ID));
  }

  List<Check> all() {
    return List.of(kept(), strangers(), surprises());
  }

  private Check kept() {
    var wrong = new ArrayList<Difference>();
    long compared = 0;
    for (Customer customer : customers) {
      for (Told told : customer.ledger()) {
        compared++;
        broken(customer, told)
            .forEach(what -> wrong.add(new Difference(told.order().toString(), what)));
      }
    }
    return new Check("손님 장부 · what customers were told", compared, wrong);
  }

  private List<String> broken(Customer customer, Told told) {
    var wrong = new ArrayList<String>();
    Row row = rows.get(told.order());
    if (row == null || !row.user().equals(customer.id())) {
      return List.of("placed by %s, recorded %s".formatted(customer.name(), row));
    }
    if (row.total() != told.total()) {
      wrong.add("placed for %d, recorded %d".formatted(told.total(), row.total()));
    }
    if (!row.status().getLiteral().equals(told.lastStatus())) {
      wrong.add("shown as %s, recorded %s".formatted(told.lastStatus(), row.status()));
    }
    if (told.cancelled() && row.status() != OrderStatus.CANCELLED) {
      wrong.add("told that it was cancelled, is " + row.status());
    }
    if (!told.charged().isEmpty() && !everPaid.contains(row.id())) {
      wrong.add("told that it was paid, never was");
    }
    told.charged().stream()
        .filter(key -> !chargedKeys.contains(key))
        .forEach(key -> wrong.add("told that it was paid with %s, not charged".formatted(key)));
    told.declined().stream()
        .filter(chargedKeys::contains)
        .forEach(key -> wrong.add("told that %s was declined, charged".formatted(key)));
    return wrong;
  }

  /** Everybody asked until they were answered, so there is no order that nobody knows of. */
  private Check strangers() {
    Set<UUID> known =
        customers.stream()
            .flatMap(customer -> customer.ledger().stream())
            .map(Told::order)
            .collect(Collectors.toSet());
    return new Check(
        "모르는 주문 없음 · no order that nobody knows",
        rows.size(),
        rows.values().stream()
            .filter(row -> !known.contains(row.id()))
            .map(row -> new Difference(row.id().toString(), "no customer knows of it: " + row))
            .toList());
  }

  private Check surprises() {
    return new Check(
        "뜻밖의 답 없음 · no surprises, every event heard once and in order",
        customers.size(),
        customers.stream()
            .flatMap(
                customer ->
                    customer.surprises().stream()
                        .map(what -> new Difference(String.valueOf(customer.id()), what)))
            .toList());
  }
}
