package com.ojeomneo.menu;

import static com.ojeomneo.schema.jooq.Tables.MENUS;
import static com.ojeomneo.schema.jooq.Tables.MENU_PRICES;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.select;

import java.time.Instant;
import org.jooq.DSLContext;
import org.jooq.Field;

/**
 * The SQL of {@code menu_prices}: from when on a dish costs what. By PostgreSQL's clock, the only
 * one that all nodes share: two of them never charge differently at one moment.
 */
public final class MenuPrices {
  /** The beginning of this transaction. */
  static final Field<Instant> MOMENT = field("now()", MENU_PRICES.EFFECTIVE_FROM.getDataType());

  /** What a dish of the query costs at that moment, KRW. */
  static final Field<Integer> PRICE_NOW =
      field("price_at({0}, {1}, now())", Integer.class, MENUS.ID, MENUS.PRICE);

  /** When it costs something else; null while no other price is planned. */
  static final Field<Instant> NEXT =
      field(
          select(min(MENU_PRICES.EFFECTIVE_FROM))
              .from(MENU_PRICES)
              .where(MENU_PRICES.MENU_ID.eq(MENUS.ID))
              .and(MENU_PRICES.EFFECTIVE_FROM.gt(MOMENT)));

  private MenuPrices() {}

  /**
   * Brings {@code menus.price} to the prices that have begun. Only lists of the back office read
   * that column: however late this runs, nobody is shown or charged another price.
   */
  public static void carryOver(DSLContext tx) {
    tx.fetch("SELECT carry_over_menu_prices()");
  }
}
