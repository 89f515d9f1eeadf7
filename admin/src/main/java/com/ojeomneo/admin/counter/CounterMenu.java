package com.ojeomneo.admin.counter;

import com.ojeomneo.money.Won;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a shop sells at this moment.
 *
 * @param open whether it takes orders at the counter; also while the app's are paused
 * @param slots the pickup times that may be promised, soonest first
 */
record CounterMenu(UUID storeId, boolean open, List<Place> slots, List<Offer> dishes) {

  /**
   * @param left how many more orders may be fetched then
   */
  @Schema(name = "OfferedSlot")
  record Place(Instant at, int left) {}

  /**
   * A dish as it stands on the menu now.
   *
   * @param price KRW, without options
   * @param remaining portions left of the business day; null is unlimited
   * @param soldOut staff said so, or none is left
   * @param onSale whether it is sold at this time of day
   */
  @Schema(name = "OfferedDish")
  record Offer(
      UUID menuId,
      String name,
      String category,
      Won price,
      @Nullable Integer remaining,
      boolean soldOut,
      boolean onSale,
      List<Group> groups) {}

  /** Of these options at least and at most so many are chosen. */
  @Schema(name = "OfferedGroup")
  record Group(UUID id, String name, int minChoices, int maxChoices, List<Extra> options) {}

  /**
   * @param price KRW, added to the dish's for each portion
   */
  @Schema(name = "OfferedOption")
  record Extra(UUID id, String name, Won price, boolean soldOut) {}
}
