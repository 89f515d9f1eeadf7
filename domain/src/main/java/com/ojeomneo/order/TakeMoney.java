package com.ojeomneo.order;

import com.ojeomneo.payment.TillMethod;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/**
 * Money that was taken at the till.
 *
 * @param amount KRW, as the customer was told it
 */
public record TakeMoney(@NotNull TillMethod method, @NotNull @Min(1) Integer amount) {}
