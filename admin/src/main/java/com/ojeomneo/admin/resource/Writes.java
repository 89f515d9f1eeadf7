package com.ojeomneo.admin.resource;

import static com.ojeomneo.schema.jooq.enums.AuditAction.CREATE;
import static com.ojeomneo.schema.jooq.enums.AuditAction.DELETE;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.f4b6a3.uuid.UuidCreator;
import com.ojeomneo.admin.audit.AuditLog;
import com.ojeomneo.admin.audit.Author;
import com.ojeomneo.admin.audit.Deed;
import com.ojeomneo.admin.staff.StaffMember;
import com.ojeomneo.platform.database.Database;
import com.ojeomneo.platform.problem.CommonProblem;
import com.ojeomneo.platform.problem.Problem;
import com.ojeomneo.schema.jooq.enums.AuditAction;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;

/**
 * Makes, changes and deletes rows of any resource: the row, the rows within it and the entry in the
 * log are one transaction. Nobody overwrites what they have not seen: a write names the version
 * that it was made on.
 */
@Singleton
class Writes {
  private final Database database;
  private final Rows rows;
  private final AuditLog audit;
  private final Clock clock;

  Writes(Database database, Rows rows, AuditLog audit, Clock clock) {
    this.database = database;
    this.rows = rows;
    this.audit = audit;
    this.clock = clock;
  }

  /** Who writes: what they may do, and what the log says of them. */
  record Writer(StaffMember member, Author author) {}

  /** What the log is told. */
  record Note(AuditAction action, String reason) {
    static final Note CREATED = new Note(CREATE, null);
    static final Note UPDATED = new Note(AuditAction.UPDATE, null);
    static final Note REVERTED = new Note(AuditAction.REVERT, null);

    boolean revives() {
      return action == AuditAction.REVERT;
    }
  }

  /**
   * @param id of a row that was deleted and is made again; null for a new one
   */
  Row create(Writer writer, Resource resource, JsonNode body, String id, Note note) {
    require(resource.access().isCreatableBy(writer.member()));
    Form form = Form.toCreate(resource, body);
    return Constraints.heed(
        resource,
        () -> database.transaction(tx -> createOne(tx, writer, resource, form, id, note)));
  }

  /**
   * One of many, by somebody who may.
   *
   * @param id as {@link #create}, or the one that it shall have
   */
  Row createOne(DSLContext tx, Writer writer, Resource resource, Form form, String id, Note note) {
    Map<Field<?>, Object> values = new LinkedHashMap<>(form.values());
    Field<?> key = resource.key().getFirst().field();
    if (key.getType() == UUID.class) {
      values.put(key, id == null ? UuidCreator.getTimeOrderedEpoch() : UUID.fromString(id));
    }
    if (resource.createdAt() != null) {
      values.put(resource.createdAt(), clock.instant());
    }
    tx.insertInto(resource.table()).set(values).execute();
    form.inlines()
        .forEach(
            (inline, parts) -> InlineRows.save(tx, inline, values.get(key), parts, note.revives()));
    @SuppressWarnings("unchecked") // The value is what was just written to the field.
    Condition same = ((Field<Object>) key).eq(values.get(key));
    Row row = visible(tx, writer, resource, same);
    audit.record(
        tx,
        writer.author(),
        new Deed(note.action(), resource.name(), row.id(), null, row.members(), note.reason()));
    return row;
  }

  /**
   * @param version that the change was made on
   * @throws Stale when it is another by now
   */
  Row update(Writer writer, Resource resource, String id, int version, JsonNode body, Note note) {
    require(resource.access().isEditableBy(writer.member()));
    Condition same = resource.access().requireVisible(writer.member()).and(RowId.is(resource, id));
    Form form = Form.toEdit(resource, body);
    return Constraints.heed(
        resource,
        () ->
            database.transaction(
                tx -> update(tx, writer, resource, lock(tx, resource, same, version), form, note)));
  }

  /**
   * @param before locked
   */
  Row update(DSLContext tx, Writer writer, Resource resource, Row before, Form form, Note note) {
    Condition same = RowId.is(resource, before.id());
    Map<Field<?>, Object> changed = changed(resource, before, form);
    boolean within = false;
    for (var part : form.inlines().entrySet()) {
      Inline inline = part.getKey();
      @SuppressWarnings("unchecked") // Only resources with one key have rows within their rows.
      var key = (Field<Object>) resource.key().getFirst().field();
      Object parent = tx.select(key).from(resource.table()).where(same).fetchSingle(key);
      InlineRows.save(tx, inline, parent, part.getValue(), note.revives());
      within |= !InlineRows.of(tx, inline, parent).equals(before.members().get(inline.name()));
    }
    if (changed.isEmpty() && !within) {
      return before;
    }
    set(tx, resource, same, changed);
    Row after = visible(tx, writer, resource, same);
    recordChange(tx, writer, resource, before, after, note);
    return after;
  }

  /**
   * One of many: locked before, and read without the rows within it.
   *
   * @return as it is now; the same one when there is nothing to change
   */
  Row updateLocked(
      DSLContext tx, Writer writer, Resource resource, Row before, Form form, Note note) {
    Condition same = RowId.is(resource, before.id());
    Map<Field<?>, Object> changed = changed(resource, before, form);
    if (changed.isEmpty()) {
      return before;
    }
    set(tx, resource, same, changed);
    Condition seen = same.and(resource.access().requireVisible(writer.member()));
    Row after =
        rows.select(tx, resource, seen)
            .fetchOptional(row -> rows.of(resource, row))
            .orElseThrow(() -> Problem.of(CommonProblem.FORBIDDEN));
    recordChange(tx, writer, resource, before, after, note);
    return after;
  }

  private static void set(
      DSLContext tx, Resource resource, Condition same, Map<Field<?>, Object> changed) {
    tx.update(resource.table())
        .set(changed)
        .set(resource.version(), resource.version().plus(1))
        .where(same)
        .execute();
  }

  private void recordChange(
      DSLContext tx, Writer writer, Resource resource, Row before, Row after, Note note) {
    audit.record(
        tx,
        writer.author(),
        new Deed(
            note.action(),
            resource.name(),
            after.id(),
            different(before.members(), after.members()),
            different(after.members(), before.members()),
            note.reason()));
  }

  private static Map<Field<?>, Object> changed(Resource resource, Row before, Form form) {
    var changed = new LinkedHashMap<Field<?>, Object>();
    for (Column column : resource.columns()) {
      if (form.values().containsKey(column.field())) {
        Object value = form.values().get(column.field());
        if (!Values.write(column, value).equals(before.members().get(column.name()))) {
          changed.put(column.field(), value);
        }
      }
    }
    return changed;
  }

  /** The members of one that are not as in the other. */
  private static ObjectNode different(ObjectNode row, ObjectNode other) {
    ObjectNode different = JsonNodeFactory.instance.objectNode();
    row.properties().stream()
        .filter(member -> !member.getValue().equals(other.get(member.getKey())))
        .forEach(member -> different.set(member.getKey(), member.getValue()));
    return different;
  }

  /**
   * With the rows within it.
   *
   * @throws Stale as {@link #update}
   */
  void delete(Writer writer, Resource resource, String id, int version) {
    require(resource.access().isDeletableBy(writer.member()));
    Condition same = resource.access().requireVisible(writer.member()).and(RowId.is(resource, id));
    Constraints.heed(
        resource,
        () ->
            database.transaction(
                tx -> {
                  Row row = lock(tx, resource, same, version);
                  deleteLocked(tx, writer, resource, row);
                  return row;
                }));
  }

  /**
   * @param row whole: what the log keeps of it is what it is made of again
   */
  void deleteLocked(DSLContext tx, Writer writer, Resource resource, Row row) {
    Condition same = RowId.is(resource, row.id());
    Field<?> key = resource.key().getFirst().field();
    Object parent = tx.select(key).from(resource.table()).where(same).fetchSingle(key);
    resource.inlines().forEach(inline -> InlineRows.deleteAll(tx, inline, parent));
    tx.deleteFrom(resource.table()).where(same).execute();
    audit.record(
        tx,
        writer.author(),
        new Deed(DELETE, resource.name(), row.id(), row.members(), null, null));
  }

  private Row lock(DSLContext tx, Resource resource, Condition same, int version) {
    Row row = rows.lock(tx, resource, same).orElseThrow(Problem::notFound);
    if (row.version() != version) {
      throw new Stale(Presented.of(resource, row, false), row.version());
    }
    return row;
  }

  /** What somebody wrote, they see: nobody moves a row out of their own reach. */
  private Row visible(DSLContext tx, Writer writer, Resource resource, Condition same) {
    return rows.find(tx, resource, same.and(resource.access().requireVisible(writer.member())))
        .orElseThrow(() -> Problem.of(CommonProblem.FORBIDDEN));
  }

  private static void require(boolean allowed) {
    if (!allowed) {
      throw Problem.of(CommonProblem.FORBIDDEN);
    }
  }
}
