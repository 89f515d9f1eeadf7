package com.ojeomneo.admin.order;

import com.ojeomneo.schema.jooq.enums.OrderStatus;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * The wish to move an order on, to say that it takes longer, or both at once when it is accepted.
 *
 * @param to null for a delay alone
 * @param reason needed for CANCELLED
 * @param delayMinutes with ACCEPTED or alone, 1 to 180; else null
 */
record MoveOrder(
    @Nullable OrderStatus to,
    @Nullable @Size(max = 200) String reason,
    @Nullable Integer delayMinutes) {}
