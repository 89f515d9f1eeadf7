package com.ojeomneo.order;

import com.ojeomneo.money.Won;
import com.ojeomneo.schema.jooq.enums.OrderStatus;
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
    Instant expiresAt) {

  /** Who owns it may see and change it; for everyone else it does not exist. */
  public boolean belongsTo(UUID user) {
    return userId.equals(user);
  }

  public boolean isPayableAt(Instant now) {
    return status == OrderStatus.PENDING_PAYMENT && now.isBefore(expiresAt);
  }

  public boolean isOver() {
    return status == OrderStatus.CANCELLED || status == OrderStatus.EXPIRED;
  }
}
