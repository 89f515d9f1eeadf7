package com.ojeomneo.admin.resource;

import static com.ojeomneo.schema.jooq.Tables.AUDIT_LOG;
import static com.ojeomneo.schema.jooq.Tables.STAFF;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;

import com.fasterxml.jackson.databind.JsonNode;
import com.ojeomneo.admin.resource.History.Person;
import com.ojeomneo.platform.http.Page;
import com.ojeomneo.schema.jooq.enums.AuditAction;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** Rows that are gone and may come back: the log knows what they were. */
final class DeletedRows {
  private DeletedRows() {}

  /**
   * A row that somebody deleted, and nobody has made again.
   *
   * @param entry of the log, by which it went
   * @param title what it was called
   */
  record Deleted(String id, UUID entry, Instant at, Person staff, @Nullable String title) {}

  /**
   * The last deleted first.
   *
   * @param before the entry after which the page begins; null for the first page
   */
  static Page<Deleted> of(DSLContext sql, Resource resource, UUID before, int limit) {
    List<Deleted> rows =
        sql.select(
                AUDIT_LOG.RECORD,
                AUDIT_LOG.ID,
                AUDIT_LOG.AT,
                AUDIT_LOG.STAFF_ID,
                STAFF.DISPLAY_NAME,
                AUDIT_LOG.BEFORE)
            .from(AUDIT_LOG)
            .join(STAFF)
            .on(STAFF.ID.eq(AUDIT_LOG.STAFF_ID))
            .where(
                AUDIT_LOG.RESOURCE.eq(resource.name()),
                AUDIT_LOG.ACTION.eq(AuditAction.DELETE),
                notExists(selectOne().from(resource.table()).where(isRecord(resource))),
                isLastOfItsRow(),
                before == null ? noCondition() : AUDIT_LOG.ID.lt(before))
            .orderBy(AUDIT_LOG.ID.desc())
            .limit(limit + 1)
            .fetch(
                row ->
                    new Deleted(
                        row.value1(),
                        row.value2(),
                        row.value3(),
                        new Person(row.value4(), row.value5()),
                        title(resource, Values.write(row.value6()))));
    return Page.of(rows, limit, Deleted::entry);
  }

  /** The key of what may be deleted is one column. */
  @SuppressWarnings("unchecked") // Both are what the key holds.
  private static Condition isRecord(Resource resource) {
    var key = (Field<Object>) resource.key().getFirst().field();
    return key.eq(AUDIT_LOG.RECORD.cast(key.getDataType()));
  }

  private static Condition isLastOfItsRow() {
    var later = AUDIT_LOG.as("later");
    return notExists(
        selectOne()
            .from(later)
            .where(
                later.RESOURCE.eq(AUDIT_LOG.RESOURCE),
                later.RECORD.eq(AUDIT_LOG.RECORD),
                later.ACTION.eq(AuditAction.DELETE),
                later.ID.gt(AUDIT_LOG.ID)));
  }

  private static String title(Resource resource, JsonNode was) {
    Column title = resource.title();
    JsonNode value = title == null ? null : was.get(title.name());
    return value == null || value.isNull() ? null : Presented.masked(title.mask(), value).asText();
  }
}
