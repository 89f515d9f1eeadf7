package com.ojeomneo.admin.resource;

import static com.ojeomneo.schema.jooq.Tables.AUDIT_LOG;
import static com.ojeomneo.schema.jooq.Tables.STAFF;
import static org.jooq.impl.DSL.noCondition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.ojeomneo.platform.http.Page;
import com.ojeomneo.platform.problem.Problem;
import com.ojeomneo.schema.jooq.enums.AuditAction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** What was done to one row, newest first. */
final class History {
  private History() {}

  /** Whoever did it. */
  record Person(UUID id, String name) {}

  /**
   * One member of the row; personal data is masked, as everywhere.
   *
   * @param label as the page calls it; null for one that the resource no longer has
   */
  record Change(String column, @Nullable Label label, JsonNode before, JsonNode after) {}

  @Schema(name = "HistoryEntry")
  record Entry(
      UUID id,
      Instant at,
      Person staff,
      String address,
      AuditAction action,
      @Nullable String reason,
      List<Change> changes) {}

  static Page<Entry> of(DSLContext sql, Resource resource, String row, UUID before, int limit) {
    List<Entry> entries =
        sql.select(AUDIT_LOG.fields())
            .select(STAFF.DISPLAY_NAME)
            .from(AUDIT_LOG)
            .join(STAFF)
            .on(STAFF.ID.eq(AUDIT_LOG.STAFF_ID))
            .where(
                AUDIT_LOG.RESOURCE.eq(resource.name()),
                AUDIT_LOG.RECORD.eq(row),
                before == null ? noCondition() : AUDIT_LOG.ID.lt(before))
            .orderBy(AUDIT_LOG.ID.desc())
            .limit(limit + 1)
            .fetch(entry -> read(resource, entry));
    return Page.of(entries, limit, Entry::id);
  }

  private static Entry read(Resource resource, Record row) {
    return new Entry(
        row.get(AUDIT_LOG.ID),
        row.get(AUDIT_LOG.AT),
        new Person(row.get(AUDIT_LOG.STAFF_ID), row.get(STAFF.DISPLAY_NAME)),
        row.get(AUDIT_LOG.ADDRESS),
        row.get(AUDIT_LOG.ACTION),
        row.get(AUDIT_LOG.REASON),
        changes(
            resource,
            Values.write(row.get(AUDIT_LOG.BEFORE)),
            Values.write(row.get(AUDIT_LOG.AFTER))));
  }

  private static List<Change> changes(Resource resource, JsonNode before, JsonNode after) {
    Set<String> names = new LinkedHashSet<>();
    before.fieldNames().forEachRemaining(names::add);
    after.fieldNames().forEachRemaining(names::add);
    var changes = new ArrayList<Change>();
    for (String name : names) {
      JsonNode was = Optional.ofNullable(before.get(name)).orElse(NullNode.instance);
      JsonNode is = Optional.ofNullable(after.get(name)).orElse(NullNode.instance);
      if (!was.equals(is)) {
        changes.add(change(resource, name, was, is));
      }
    }
    return changes;
  }

  private static Change change(Resource resource, String name, JsonNode was, JsonNode is) {
    Optional<Column> column = resource.column(name);
    Mask mask = column.map(Column::mask).orElse(null);
    Label label =
        column
            .map(Column::label)
            .or(
                () ->
                    resource.inlines().stream()
                        .filter(inline -> inline.name().equals(name))
                        .map(Inline::label)
                        .findFirst())
            .orElse(null);
    return new Change(name, label, Presented.masked(mask, was), Presented.masked(mask, is));
  }

  /**
   * What a row was before an entry, as a form.
   *
   * @param columns those to be put back; null for all that the entry changed
   * @throws Problem 404 for an entry of another row, 409 {@code NOTHING_TO_REVERT} for one that
   *     changed none of them
   */
  static ObjectNode before(
      DSLContext sql, Resource resource, String row, UUID entry, List<String> columns) {
    JSONB before =
        sql.select(AUDIT_LOG.BEFORE)
            .from(AUDIT_LOG)
            .where(
                AUDIT_LOG.ID.eq(entry),
                AUDIT_LOG.RESOURCE.eq(resource.name()),
                AUDIT_LOG.RECORD.eq(row))
            .fetchOptional()
            .orElseThrow(Problem::notFound)
            .value1();
    if (Values.write(before) instanceof ObjectNode form) {
      if (columns != null) {
        form.retain(columns);
      }
      if (!form.isEmpty()) {
        return form;
      }
    }
    throw Problem.of(ResourceProblem.NOTHING_TO_REVERT);
  }
}
