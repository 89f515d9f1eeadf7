package com.ojeomneo.order;

import com.ojeomneo.schema.jooq.enums.OrderChannel;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * An order that staff take for somebody who stands at the counter or is on the phone.
 *
 * @param customerName what is called out besides the number; null for nothing
 * @param paid what was taken for it at once; null when it is paid for later
 */
public record TakeOrder(
    @NotNull Channel channel,
    @Nullable @Size(min = 1, max = 40) String customerName,
    @NotNull @Valid PlaceOrder order,
    @Nullable @Valid TakeMoney paid) {

  /** Where the customer is. */
  public enum Channel {
    COUNTER(OrderChannel.COUNTER),
    PHONE(OrderChannel.PHONE);

    private final OrderChannel stored;

    Channel(OrderChannel stored) {
      this.stored = stored;
    }

    OrderChannel stored() {
      return stored;
    }
  }
}
