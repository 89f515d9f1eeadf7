package com.ojeomneo.menu;

import java.time.LocalDate;

/** Business days, both included, on which a shop does not open. */
public record Closure(LocalDate from, LocalDate to) {
  boolean covers(LocalDate businessDay) {
    return !businessDay.isBefore(from) && !businessDay.isAfter(to);
  }
}
