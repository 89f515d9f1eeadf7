package com.ojeomneo.menu;

import static com.ojeomneo.schema.jooq.Tables.MENUS;
import static com.ojeomneo.schema.jooq.Tables.MENU_AVAILABILITY;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.select;

import com.ojeomneo.schema.jooq.tables.records.MenusRecord;
import java.util.List;
import org.jooq.Field;

/** The SQL of {@code menu_availability}, read with the dish in one statement. */
final class MenuAvailability {
  /** The windows of a dish of the query, in their order. */
  static final Field<List<SaleWindow>> WINDOWS =
      multiset(
              select(
                      field("array_to_string({0}, ',')", String.class, MENU_AVAILABILITY.DAYS),
                      MENU_AVAILABILITY.SELLS_FROM,
                      MENU_AVAILABILITY.SELLS_UNTIL)
                  .from(MENU_AVAILABILITY)
                  .where(MENU_AVAILABILITY.MENU_ID.eq(MENUS.ID))
                  .orderBy(MENU_AVAILABILITY.POSITION))
          .convertFrom(
              rows ->
                  rows.map(
                      mapping(
                          (days, from, until) ->
                              SaleWindow.of(List.of(days.split(",")), from, until))));

  private MenuAvailability() {}

  static SaleTimes times(MenusRecord menu, List<SaleWindow> windows) {
    return windows.isEmpty() && menu.getSoldFrom() == null && menu.getSoldUntil() == null
        ? SaleTimes.ALWAYS
        : new SaleTimes(windows, menu.getSoldFrom(), menu.getSoldUntil());
  }
}
