package com.ojeomneo.order;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** The wish to cancel. */
public record CancelOrder(@NotBlank @Size(max = 200) String reason) {}
