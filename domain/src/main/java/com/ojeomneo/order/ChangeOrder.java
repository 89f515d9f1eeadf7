package com.ojeomneo.order;

import com.ojeomneo.payment.TillMethod;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * The wish to change what an order holds: something instead of something else, or something more.
 * Before it is paid for, also something less.
 *
 * @param remove null for an addition
 * @param add null for less, of an order that is not paid for
 * @param difference KRW more, or less when negative, as the customer was told it
 * @param paid how the customer paid more at the till; else null
 * @param waived whether the shop bears what is more
 */
public record ChangeOrder(
    @Nullable @Valid Removal remove,
    @Valid PlaceOrder.@Nullable Portions add,
    @NotNull Integer difference,
    @Nullable TillMethod paid,
    boolean waived,
    @NotBlank @Size(max = 200) String reason) {

  /**
   * Some portions of a line.
   *
   * @param line from 1
   * @param toStock whether they can still be sold: they were not cooked, and are there
   */
  public record Removal(
      @Min(1) @Max(1000) int line, @Min(1) @Max(1000) int quantity, boolean toStock) {}
}
