package com.ojeomneo.order;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * The wish to give money back for an order.
 *
 * @param lines for what of it; null for whatever is left
 */
public record RefundOrder(
    @Size(min = 1, max = 100) List<@NotNull @Valid Line> lines,
    @NotBlank @Size(max = 200) String reason) {
  /** So many of what stands in this line, from 1. */
  public record Line(@Min(1) @Max(100) int line, @Min(1) @Max(1000) int quantity) {}
}
