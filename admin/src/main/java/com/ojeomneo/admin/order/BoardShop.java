package com.ojeomneo.admin.order;

import static com.ojeomneo.schema.jooq.Tables.STORES;
import static org.jooq.Records.mapping;

import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;

/** A shop, as the board has it: whether it takes orders for now. */
record BoardShop(UUID id, String name, boolean paused) {
  /** By name; only those that have not closed for good. */
  static List<BoardShop> list(DSLContext sql, Condition wanted) {
    return sql.select(STORES.ID, STORES.NAME, STORES.PAUSED)
        .from(STORES)
        .where(STORES.ACTIVE)
        .and(wanted)
        .orderBy(STORES.NAME, STORES.ID)
        .fetch(mapping(BoardShop::new));
  }
}
