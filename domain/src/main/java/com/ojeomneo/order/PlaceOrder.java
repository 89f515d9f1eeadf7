package com.ojeomneo.order;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The wish to order.
 *
 * @param pickupAt one of the shop's slots; null is as soon as possible
 */
public record PlaceOrder(
    @NotNull UUID storeId,
    Instant pickupAt,
    @NotEmpty @Size(max = 50) List<@NotNull @Valid Portions> items,
    @Size(max = 200) String note) {

  /** Some portions of one dish, all with the same options. */
  public record Portions(
      @NotNull UUID menuId,
      @NotNull @Min(1) Integer quantity,
      @Size(max = 50) List<@NotNull UUID> optionIds) {
    public Portions {
      optionIds = optionIds == null ? List.of() : optionIds;
    }
  }
}
