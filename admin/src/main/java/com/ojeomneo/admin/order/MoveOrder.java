package com.ojeomneo.admin.order;

import com.ojeomneo.schema.jooq.enums.OrderStatus;
import jakarta.validation.constraints.Size;

/**
 * The wish to move an order on, to say that it takes longer, or both at once when it is accepted.
 *
 * @param to null for a delay alone
 * @param reason needed for CANCELLED
 * @param delayMinutes with ACCEPTED or alone, 1 to 180; else null
 */
record MoveOrder(OrderStatus to, @Size(max = 200) String reason, Integer delayMinutes) {}
