package com.ojeomneo.order;

import com.ojeomneo.config.NumberSetting;
import com.ojeomneo.schema.jooq.enums.OrderStatus;
import java.time.Duration;
import java.time.Instant;
import org.jooq.DSLContext;

/**
 * How long a shop has to accept a paid order, and after how long somebody is to hear that it has
 * not. Staff set both, in minutes, in {@code app_settings}.
 */
public record Acceptance(Duration accept, Duration escalate) {
  private static final NumberSetting ACCEPT = new NumberSetting("orders.acceptMinutes", 1, 180, 20);
  private static final NumberSetting ESCALATE =
      new NumberSetting("orders.escalateMinutes", 1, 180, 5);

  /** As it is set now. */
  public static Acceptance of(DSLContext sql) {
    return new Acceptance(
        Duration.ofMinutes(ACCEPT.get(sql)), Duration.ofMinutes(ESCALATE.get(sql)));
  }

  /**
   * When it is cancelled unless it is accepted. Of an order for later only once its time is near.
   *
   * @param pickupAt null for as soon as possible
   */
  public Instant endsAt(Instant paidAt, Instant pickupAt) {
    Instant end = paidAt.plus(accept);
    return pickupAt == null || pickupAt.minus(accept).isBefore(end) ? end : pickupAt.minus(accept);
  }

  /** When somebody is to hear of it: the same while before its end, whenever that is. */
  public Instant escalatesAt(Instant paidAt, Instant pickupAt) {
    return endsAt(paidAt, pickupAt).minus(accept).plus(escalate);
  }

  /** How many orders wait for their shop of which somebody is to hear by now. */
  public static int unanswered(DSLContext sql, Instant now) {
    Acceptance times = of(sql);
    Instant paidBefore = now.minus(times.escalate);
    // The pickup of which escalatesAt is now.
    Instant pickupBy = now.plus(times.accept.multipliedBy(2)).minus(times.escalate);
    return Orders.countWaitingSince(sql, OrderStatus.PAID, paidBefore, pickupBy);
  }
}
