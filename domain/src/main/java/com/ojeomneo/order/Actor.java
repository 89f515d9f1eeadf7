package com.ojeomneo.order;

import java.util.Locale;
import java.util.UUID;

/**
 * Who changes an order; stands in its history.
 *
 * @param id of the customer or staff member, or the name of the system's job
 */
public record Actor(Kind kind, String id) {
  /** What the transition table distinguishes. */
  public enum Kind {
    CUSTOMER,
    STAFF,
    SYSTEM
  }

  public static Actor customer(UUID user) {
    return new Actor(Kind.CUSTOMER, user.toString());
  }

  public static Actor staff(String id) {
    return new Actor(Kind.STAFF, id);
  }

  public static Actor system(String job) {
    return new Actor(Kind.SYSTEM, job);
  }

  @Override
  public String toString() {
    return kind.name().toLowerCase(Locale.ROOT) + ":" + id;
  }
}
