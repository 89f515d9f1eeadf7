package com.ojeomneo.admin.counter;

import com.ojeomneo.schema.jooq.enums.OrderChannel;
import com.ojeomneo.schema.jooq.enums.OrderStatus;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order that staff took.
 *
 * @param customerName what is called out besides the number; null for nothing
 * @param totalAmount KRW
 * @param pickupAt null for as soon as possible
 * @param expiresAt when it ends unless it is paid for
 */
record CounterOrder(
    UUID id,
    String number,
    UUID storeId,
    String storeName,
    OrderChannel channel,
    @Nullable String customerName,
    OrderStatus status,
    int totalAmount,
    @Nullable Instant pickupAt,
    Instant createdAt,
    Instant expiresAt) {}
