package com.ojeomneo.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.ojeomneo.order.Actor.Kind;
import com.ojeomneo.schema.jooq.enums.OrderStatus;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class TransitionsTest {
  /** The table of DESIGN section 5; what is not here does not happen. */
  private static final Set<String> ALLOWED =
      Set.of(
          "PENDING_PAYMENT PAID SYSTEM",
          "PENDING_PAYMENT EXPIRED SYSTEM",
          "PENDING_PAYMENT CANCELLED CUSTOMER",
          "PENDING_PAYMENT CANCELLED SYSTEM",
          "PAID ACCEPTED STAFF",
          "PAID CANCELLED CUSTOMER",
          "PAID CANCELLED STAFF",
          "PAID CANCELLED SYSTEM",
          "ACCEPTED PREPARING STAFF",
          "ACCEPTED CANCELLED STAFF",
          "PREPARING READY STAFF",
          "PREPARING CANCELLED STAFF",
          "READY COMPLETED STAFF",
          "READY COMPLETED SYSTEM",
          "READY CANCELLED STAFF");

  @Test
  void ordersMoveByTheTableAndByNothingElse() {
    var allowed = new TreeSet<String>();
    for (OrderStatus from : OrderStatus.values()) {
      for (OrderStatus to : OrderStatus.values()) {
        for (Kind who : Kind.values()) {
          if (Transitions.allow(from, to, who)) {
            allowed.add(from + " " + to + " " + who);
          }
        }
      }
    }
    assertThat(allowed).containsExactlyInAnyOrderElementsOf(ALLOWED);
  }

  @Test
  void theShopDelaysWhatItsKitchenHas() {
    var allowed = new TreeSet<String>();
    for (OrderStatus status : OrderStatus.values()) {
      for (Kind who : Kind.values()) {
        if (Transitions.allowDelay(status, who)) {
          allowed.add(status + " " + who);
        }
      }
    }
    assertThat(allowed).containsExactly("ACCEPTED STAFF", "PREPARING STAFF");
  }
}
