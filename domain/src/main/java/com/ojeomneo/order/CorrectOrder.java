package com.ojeomneo.order;

import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When an order is fetched and what the kitchen is told, as both are to be.
 *
 * @param pickupAt one of the shop's slots; null is as soon as possible
 */
public record CorrectOrder(@Nullable Instant pickupAt, @Nullable @Size(max = 200) String note) {}
