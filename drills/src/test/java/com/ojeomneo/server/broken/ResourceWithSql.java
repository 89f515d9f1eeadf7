package com.ojeomneo.server.broken;

import com.ojeomneo.schema.jooq.Tables;
import org.jooq.DSLContext;

/** Breaks, for ArchitectureTest: HTTP that writes its own SQL. */
public class ResourceWithSql {
  public int count(DSLContext sql) {
    return sql.fetchCount(Tables.ORDERS);
  }
}
