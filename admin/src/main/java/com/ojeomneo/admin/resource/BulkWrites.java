package com.ojeomneo.admin.resource;

import com.ojeomneo.admin.resource.Writes.Writer;
import com.ojeomneo.platform.database.Database;
import com.ojeomneo.platform.problem.CommonProblem;
import com.ojeomneo.platform.problem.Problem;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.exception.DataAccessException;

/**
 * Does the same to many rows, by the rules that hold for one. The preview is the run itself, rolled
 * back; the run commits only when each row became what the preview said, else nothing.
 */
@Singleton
class BulkWrites {
  static final int MOST = 10_000;

  /** No lock in time, and two who wait for each other. */
  private static final Set<String> IN_USE = Set.of("55P03", "40P01");

  private final Database database;
  private final Rows rows;
  private final Writes writes;

  BulkWrites(Database database, Rows rows, Writes writes) {
    this.database = database;
    this.rows = rows;
    this.writes = writes;
  }

  /** Hears how far it is; what it throws undoes all. */
  interface Progress {
    void done(int rows, int of);
  }

  /**
   * Checked as far as it can be before a row is touched.
   *
   * @param column null where rows are deleted
   */
  record Task(Writer writer, Resource resource, Bulk bulk, Column column, Condition wanted) {
    /**
     * @throws Problem 403, or 400 for what cannot be done to any row
     */
    static Task of(Writer writer, Resource resource, Bulk bulk) {
      boolean deletes = bulk.act() == Bulk.Act.DELETE;
      boolean allowed =
          deletes
              ? resource.access().isDeletableBy(writer.member())
              : resource.access().isEditableBy(writer.member());
      if (!allowed) {
        throw Problem.of(CommonProblem.FORBIDDEN);
      }
      Condition wanted =
          resource
              .access()
              .requireVisible(writer.member())
              .and(bulk.wanted(resource, resource.isRevealedTo(writer.member())));
      return new Task(writer, resource, bulk, deletes ? null : bulk.require(resource), wanted);
    }
  }

  /**
   * @throws Problem 422 for more than {@link #MOST} rows; 409 while somebody else holds them
   */
  BulkPreview preview(Task task) {
    var tally = new BulkTally(task.resource(), task.column());
    try {
      heedLocks(
          () ->
              database.transact(
                  tx -> {
                    run(tx, task, tally, (rows, of) -> {});
                    throw new RolledBack();
                  }));
    } catch (RolledBack nothingWasWritten) {
      // as a preview shall
    }
    return tally.preview();
  }

  /**
   * @param seen of the preview
   * @return how many rows changed
   * @throws Problem 409 when a row is not as the preview showed it; otherwise as {@link #preview}
   */
  int run(Task task, String seen, Progress progress) {
    var tally = new BulkTally(task.resource(), task.column());
    var changed = new int[1];
    heedLocks(
        () ->
            database.transact(
                tx -> {
                  run(tx, task, tally, progress);
                  BulkPreview done = tally.preview();
                  if (!done.seen().equals(seen)) {
                    throw Problem.of(ResourceProblem.NOT_AS_PREVIEWED);
                  }
                  changed[0] = done.changes();
                }));
    return changed[0];
  }

  private void run(DSLContext tx, Task task, BulkTally tally, Progress progress) {
    tx.execute("SET LOCAL lock_timeout = '5s'");
    // What is checked at the end of a transaction belongs to the row that broke it.
    tx.execute("SET CONSTRAINTS ALL IMMEDIATE");
    Resource resource = task.resource();
    List<Record> all =
        rows.select(tx, resource, task.wanted())
            .orderBy(resource.key().stream().map(Column::field).toList())
            .limit(MOST + 1)
            .forNoKeyUpdate()
            .fetch();
    if (all.size() > MOST) {
      throw Problem.of(ResourceProblem.TOO_MANY_ROWS);
    }
    int done = 0;
    for (Record record : all) {
      Row row = rows.of(resource, record);
      try {
        Row after =
            Constraints.heed(
                resource, () -> Database.savepoint(tx, nested -> write(nested, task, row)));
        tally.done(row, after);
      } catch (Problem refusal) {
        tally.refused(row, refusal);
      }
      done++;
      progress.done(done, all.size());
    }
  }

  /** Null when the row is gone. */
  private Row write(DSLContext tx, Task task, Row row) {
    if (task.column() != null) {
      Form form = task.bulk().form(task.column(), row);
      return writes.updateLocked(
          tx, task.writer(), task.resource(), row, form, Writes.Note.UPDATED);
    }
    Condition same = RowId.is(task.resource(), row.id());
    Row whole = rows.find(tx, task.resource(), same).orElseThrow(Problem::notFound);
    writes.deleteLocked(tx, task.writer(), task.resource(), whole);
    return null;
  }

  /**
   * @throws Problem 409 while somebody else holds the rows
   */
  static void heedLocks(Runnable work) {
    try {
      work.run();
    } catch (DataAccessException e) {
      throw IN_USE.contains(e.sqlState()) ? Problem.of(ResourceProblem.ROWS_IN_USE) : e;
    }
  }
}
