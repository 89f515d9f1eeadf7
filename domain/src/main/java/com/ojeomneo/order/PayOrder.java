package com.ojeomneo.order;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * The wish to pay with what the provider's page returned.
 *
 * @param amount KRW, as the customer was shown it
 */
public record PayOrder(
    @NotBlank @Size(max = 200) String paymentKey, @NotNull @Min(1) Integer amount) {}
