package com.ojeomneo.order;

import static com.ojeomneo.order.Actor.Kind.CUSTOMER;
import static com.ojeomneo.order.Actor.Kind.STAFF;
import static com.ojeomneo.order.Actor.Kind.SYSTEM;
import static com.ojeomneo.schema.jooq.enums.OrderStatus.ACCEPTED;
import static com.ojeomneo.schema.jooq.enums.OrderStatus.CANCELLED;
import static com.ojeomneo.schema.jooq.enums.OrderStatus.COMPLETED;
import static com.ojeomneo.schema.jooq.enums.OrderStatus.EXPIRED;
import static com.ojeomneo.schema.jooq.enums.OrderStatus.PAID;
import static com.ojeomneo.schema.jooq.enums.OrderStatus.PENDING_PAYMENT;
import static com.ojeomneo.schema.jooq.enums.OrderStatus.PREPARING;
import static com.ojeomneo.schema.jooq.enums.OrderStatus.READY;

import com.ojeomneo.schema.jooq.enums.OrderStatus;
import java.util.Map;
import java.util.Set;

/** What an order may become, and through whom. What is not in the table does not happen. */
public final class Transitions {
  private static final Map<OrderStatus, Map<OrderStatus, Set<Actor.Kind>>> TABLE =
      Map.of(
          PENDING_PAYMENT,
          Map.of(
              PAID, Set.of(SYSTEM),
              EXPIRED, Set.of(SYSTEM),
              CANCELLED, Set.of(CUSTOMER, SYSTEM)),
          PAID,
          Map.of(ACCEPTED, Set.of(STAFF), CANCELLED, Set.of(CUSTOMER, STAFF, SYSTEM)),
          ACCEPTED,
          Map.of(PREPARING, Set.of(STAFF), CANCELLED, Set.of(STAFF)),
          PREPARING,
          Map.of(READY, Set.of(STAFF), CANCELLED, Set.of(STAFF)),
          READY,
          Map.of(COMPLETED, Set.of(STAFF, SYSTEM), CANCELLED, Set.of(STAFF)));

  /** While the kitchen has it, and not when it stands on the counter. */
  private static final Set<OrderStatus> DELAYABLE = Set.of(ACCEPTED, PREPARING);

  private Transitions() {}

  public static boolean allow(OrderStatus from, OrderStatus to, Actor.Kind who) {
    return TABLE.getOrDefault(from, Map.of()).getOrDefault(to, Set.of()).contains(who);
  }

  /** Whether the estimate may be moved to a later moment. */
  static boolean allowDelay(OrderStatus status, Actor.Kind who) {
    return who == STAFF && DELAYABLE.contains(status);
  }
}
