package com.ojeomneo.admin.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.ojeomneo.admin.resource.Writes.Note;
import com.ojeomneo.admin.resource.Writes.Writer;
import com.ojeomneo.admin.session.CurrentStaff;
import com.ojeomneo.platform.database.Database;
import com.ojeomneo.platform.problem.CommonProblem;
import com.ojeomneo.platform.problem.Problem;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * What would be if a form were saved: it is written by the rules of saving, looked at, and rolled
 * back. Nothing of it is ever seen by anybody else, is logged, or tells the app anything.
 */
@Singleton
public class Drafts {
  private final Database database;
  private final Resources resources;
  private final Rows rows;
  private final Writes writes;
  private final CurrentStaff current;

  Drafts(Database database, Resources resources, Rows rows, Writes writes, CurrentStaff current) {
    this.database = database;
    this.resources = resources;
    this.rows = rows;
    this.writes = writes;
    this.current = current;
  }

  /**
   * For the person who asks.
   *
   * @param id null for a new row
   * @param values members of the form; those left out stay as they are
   * @param look only reads
   * @throws Problem as saving does, but that the version does not matter: 400, 403, 404, 409
   */
  public <T> T look(
      String name, @Nullable String id, JsonNode values, Function<DSLContext, T> look) {
    Resource resource = resources.require(name);
    var writer = new Writer(current.member(), current.author());
    boolean allowed =
        id == null
            ? resource.access().isCreatableBy(writer.member())
            : resource.access().isEditableBy(writer.member());
    if (!allowed) {
      throw Problem.of(CommonProblem.FORBIDDEN);
    }
    List<T> seen = new ArrayList<>();
    try {
      BulkWrites.heedLocks(
          () ->
              Constraints.heed(
                  resource,
                  () ->
                      database.transaction(
                          tx -> {
                            tx.execute("SET LOCAL lock_timeout = '5s'");
                            tx.execute("SET CONSTRAINTS ALL IMMEDIATE");
                            write(tx, writer, resource, id, values);
                            seen.add(look.apply(tx));
                            throw new RolledBack();
                          })));
    } catch (RolledBack nothingWasWritten) {
      // as a draft shall
    }
    return seen.getFirst();
  }

  private void write(
      DSLContext tx, Writer writer, Resource resource, @Nullable String id, JsonNode values) {
    if (id == null) {
      writes.createOne(tx, writer, resource, Form.toCreate(resource, values), null, Note.CREATED);
      return;
    }
    Condition same = resource.access().requireVisible(writer.member()).and(RowId.is(resource, id));
    Row before = rows.lock(tx, resource, same).orElseThrow(Problem::notFound);
    writes.update(tx, writer, resource, before, Form.toEdit(resource, values), Note.UPDATED);
  }
}
