package com.ojeomneo.admin.order;

import java.util.UUID;

/** Something that changed, encoded once for all boards that show it. */
sealed interface News {
  /** The shop whose it is: who has no reach there hears nothing. */
  UUID storeId();

  /** As the data of an event, JSON. */
  String json();

  /** An order that changed, or left the board. */
  record OfOrder(BoardOrder order, String json) implements News {
    @Override
    public UUID storeId() {
      return order.storeId();
    }
  }

  /** A shop that takes orders again, or none for now. */
  record OfShop(BoardShop shop, String json) implements News {
    @Override
    public UUID storeId() {
      return shop.id();
    }
  }

  /** Dishes of a shop are not as they were: ask again. */
  record OfMenus(UUID storeId, String json) implements News {}
}
