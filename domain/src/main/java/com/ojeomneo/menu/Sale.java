package com.ojeomneo.menu;

import com.ojeomneo.money.Won;
import com.ojeomneo.schema.jooq.tables.records.MenusRecord;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether a dish is sold at a moment and for how much, beside the hours of its shop and its stock.
 *
 * @param listed whether it is on the menu at all
 * @param inTime whether its days and hours of sale say so
 * @param nextSaleAt when it is sold again, null while it is and when it is not any more
 * @param nextPriceAt when it costs something else, null for never
 */
public record Sale(
    Instant at,
    boolean listed,
    boolean inTime,
    Won price,
    SaleTimes times,
    @Nullable Instant nextSaleAt,
    @Nullable Instant nextPriceAt) {

  static Sale of(SaleTimes times, Instant at, Won price, Instant nextPriceAt, MenusRecord menu) {
    return new Sale(
        at,
        menu.getActive() && !menu.getSoldOut(),
        times.isOnSaleAt(at),
        price,
        times,
        times.nextSale(at).orElse(null),
        nextPriceAt);
  }
}
