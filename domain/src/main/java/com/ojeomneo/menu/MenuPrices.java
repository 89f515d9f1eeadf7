package com.ojeomneo.menu;

import static com.ojeomneo.schema.jooq.Tables.MENUS;
import static com.ojeomneo.schema.jooq.Tables.MENU_PRICES;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import java.time.Instant;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/**
 * The SQL of {@code menu_prices}: from when on a dish costs what. By PostgreSQL's clock, the only
 * one that all nodes share: two of them never charge differently at one moment.
 */
public final class MenuPrices {
  /** The beginning of this transaction. */
  public static final Field<Instant> MOMENT =
      field("now()", MENU_PRICES.EFFECTIVE_FROM.getDataType());

  /** What a dish of the query costs at that moment, KRW. */
  static final Field<Integer> PRICE_NOW =
      field("price_at({0}, {1}, now())", Integer.class, MENUS.ID, MENUS.PRICE);

  /** When it costs something else; null while no other price is planned. */
  static final Field<Instant> NEXT = next(MOMENT);

  private MenuPrices() {}

  /**
   * @param moment null for now
   */
  static Field<Integer> at(@Nullable Instant moment) {
    return moment == null
        ? PRICE_NOW
        : field(
            "price_at({0}, {1}, {2})",
            Integer.class, MENUS.ID, MENUS.PRICE, val(moment, MENU_PRICES.EFFECTIVE_FROM));
  }

  /** When that price changes; null while no other is planned. */
  static Field<Instant> after(@Nullable Instant moment) {
    return moment == null ? NEXT : next(val(moment, MENU_PRICES.EFFECTIVE_FROM));
  }

  private static Field<Instant> next(Field<Instant> moment) {
    return field(
        select(min(MENU_PRICES.EFFECTIVE_FROM))
            .from(MENU_PRICES)
            .where(MENU_PRICES.MENU_ID.eq(MENUS.ID))
            .and(MENU_PRICES.EFFECTIVE_FROM.gt(moment)));
  }

  /**
   * Brings {@code menus.price} to the prices that have begun. Only lists of the back office read
   * that column: however late this runs, nobody is shown or charged another price.
   */
  public static void carryOver(DSLContext tx) {
    tx.fetch("SELECT carry_over_menu_prices()");
  }
}
