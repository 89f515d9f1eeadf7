package com.ojeomneo.admin.order;

import static com.ojeomneo.schema.jooq.Tables.MENUS;
import static com.ojeomneo.schema.jooq.Tables.STORES;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.ojeomneo.admin.audit.AuditLog;
import com.ojeomneo.admin.audit.Author;
import com.ojeomneo.admin.audit.Deed;
import com.ojeomneo.platform.database.Database;
import com.ojeomneo.platform.problem.Problem;
import com.ojeomneo.schema.jooq.enums.AuditAction;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.TableField;

/**
 * The two switches of the catalogue that a kitchen needs at hand. To set one to what it is already
 * changes nothing and is not in the log.
 */
@Singleton
class CatalogueSwitches {
  private final Database database;
  private final AuditLog log;
  private final ObjectMapper json;

  CatalogueSwitches(Database database, AuditLog log, ObjectMapper json) {
    this.database = database;
    this.log = log;
    this.json = json;
  }

  void soldOut(UUID menu, boolean on, Author author) {
    turn(new Switch("menus", "soldOut", MENUS.ID, MENUS.SOLD_OUT, MENUS.VERSION), menu, on, author);
  }

  void paused(UUID store, boolean on, Author author) {
    turn(
        new Switch("stores", "paused", STORES.ID, STORES.PAUSED, STORES.VERSION),
        store,
        on,
        author);
  }

  private record Switch(
      String resource,
      String name,
      TableField<?, UUID> id,
      TableField<?, Boolean> column,
      TableField<?, Integer> version) {}

  private void turn(Switch which, UUID id, boolean on, Author author) {
    database.transact(
        tx -> {
          boolean was =
              tx.select(which.column())
                  .from(which.id().getTable())
                  .where(which.id().eq(id))
                  .forNoKeyUpdate()
                  .fetchOptional()
                  .orElseThrow(Problem::notFound)
                  .value1();
          if (was != on) {
            set(tx, which, id, on);
            log.record(
                tx,
                author,
                new Deed(
                    AuditAction.UPDATE,
                    which.resource(),
                    id.toString(),
                    json.valueToTree(Map.of(which.name(), was)),
                    json.valueToTree(Map.of(which.name(), on)),
                    null));
          }
        });
  }

  /** Whoever edits the row now is told that it is not as they saw it. */
  private static void set(DSLContext tx, Switch which, UUID id, boolean on) {
    tx.update(which.id().getTable())
        .set(which.column(), on)
        .set(which.version(), which.version().plus(1))
        .where(which.id().eq(id))
        .execute();
  }
}
