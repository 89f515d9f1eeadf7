package com.ojeomneo.drills;

import static com.ojeomneo.schema.jooq.Tables.ORDERS;
import static com.ojeomneo.schema.jooq.enums.OrderStatus.ACCEPTED;
import static com.ojeomneo.schema.jooq.enums.OrderStatus.CANCELLED;
import static com.ojeomneo.schema.jooq.enums.OrderStatus.COMPLETED;
import static com.ojeomneo.schema.jooq.enums.OrderStatus.PAID;
import static com.ojeomneo.schema.jooq.enums.OrderStatus.PREPARING;
import static com.ojeomneo.schema.jooq.enums.OrderStatus.READY;

import com.ojeomneo.local.Kitchen;
import com.ojeomneo.local.Refusal;
import com.ojeomneo.platform.database.Database;
import com.ojeomneo.schema.jooq.enums.OrderStatus;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jooq.impl.DSL;

/** The shops' staff: moves live orders on, and cancels a few for a reason. */
final class Staff {
  private static final int AT_ONCE = 20;
  private static final int CANCELLED_PERCENT = 4;

  private final Database database;
  private final Kitchen kitchen;
  private final Counts counts;
  private final Random random;

  Staff(Database database, Kitchen kitchen, Counts counts, Random random) {
    this.database = database;
    this.kitchen = kitchen;
    this.counts = counts;
    this.random = random;
  }

  private record Live(UUID id, OrderStatus status) {}

  /** Moves some live orders, chosen at random, one step on. */
  void round() {
    for (Live order : someLiveOrders()) {
      OrderStatus to = random.nextInt(100) < CANCELLED_PERCENT ? CANCELLED : next(order.status());
      try {
        kitchen.move(order.id().toString(), to, "재료가 떨어졌어요");
        counts.moved.increment();
      } catch (Refusal customerWasFaster) {
        // It was cancelled meanwhile, which is what the table of transitions is for.
      }
    }
  }

  private List<Live> someLiveOrders() {
    return database
        .sql()
        .select(ORDERS.ID, ORDERS.STATUS)
        .from(ORDERS)
        .where(ORDERS.STATUS.in(PAID, ACCEPTED, PREPARING, READY))
        .orderBy(DSL.rand())
        .limit(AT_ONCE)
        .fetch(row -> new Live(row.value1(), row.value2()));
  }

  private static OrderStatus next(OrderStatus status) {
    return switch (status) {
      case PAID -> ACCEPTED;
      case ACCEPTED -> PREPARING;
      case PREPARING -> READY;
      default -> COMPLETED;
    };
  }
}
