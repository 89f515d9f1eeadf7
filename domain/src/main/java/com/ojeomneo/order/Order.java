package com.ojeomneo.order;

import com.ojeomneo.money.Won;
import com.ojeomneo.schema.jooq.enums.OrderChannel;
import com.ojeomneo.schema.jooq.enums.OrderStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** The row of an order, as its rules need it. */
public record Order(
    UUID id,
    UUID userId,
    UUID storeId,
    LocalDate businessDay,
    OrderStatus status,
    Won totalAmount,
    Instant pickupAt,
    Instant estimatedReadyAt,
    Instant expiresAt,
    OrderChannel channel) {

  /** Who owns it may see and change it; for everyone else it does not exist. */
  public boolean belongsTo(UUID user) {
    return userId.equals(user);
  }

  public boolean isPayableAt(Instant now) {
    return status == OrderStatus.PENDING_PAYMENT && now.isBefore(expiresAt);
  }

  /**
   * When it is ready if it takes this much longer: than was estimated, or than until now where the
   * estimate has passed. So a delay never moves the estimate to an earlier moment, nor into the
   * past.
   */
  Instant delayedBy(Duration delay, Instant now) {
    return (estimatedReadyAt.isAfter(now) ? estimatedReadyAt : now).plus(delay);
  }

  /** Whether staff took it, for somebody who stood there or was on the phone. */
  public boolean isByStaff() {
    return channel != OrderChannel.APP;
  }

  public boolean isOver() {
    return status == OrderStatus.CANCELLED || status == OrderStatus.EXPIRED;
  }
}
