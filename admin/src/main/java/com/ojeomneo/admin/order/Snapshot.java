package com.ojeomneo.admin.order;

import com.ojeomneo.order.Acceptance;
import java.time.Instant;
import java.util.List;

/** Everything on a board at one moment. */
record Snapshot(Instant at, Settings settings, List<BoardShop> stores, List<BoardOrder> orders) {
  /** In minutes after the payment; of an order for later: before its time is near. */
  record Settings(long acceptMinutes, long escalateMinutes) {
    static Settings of(Acceptance acceptance) {
      return new Settings(acceptance.accept().toMinutes(), acceptance.escalate().toMinutes());
    }
  }
}
