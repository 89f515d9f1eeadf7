package com.ojeomneo.admin.resource;

import static com.ojeomneo.schema.jooq.Tables.AUDIT_LOG;

import com.ojeomneo.admin.resource.BulkWrites.Progress;
import com.ojeomneo.admin.resource.ImportPreview.ImportError;
import com.ojeomneo.admin.resource.Writes.Note;
import com.ojeomneo.admin.resource.Writes.Writer;
import com.ojeomneo.platform.database.Database;
import com.ojeomneo.platform.problem.Problem;
import com.ojeomneo.schema.jooq.enums.AuditAction;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/**
 * Writes the rows of a file by the rules that hold for one: all, in one transaction, or none. The
 * preview is the run itself, rolled back; the run commits only what the preview showed.
 */
@Singleton
class ImportWrites {
  /** Each holds a connection and the text of its file. */
  private final Semaphore running = new Semaphore(2);

  private final Database database;
  private final Rows rows;
  private final Writes writes;
  private final Resources resources;

  ImportWrites(Database database, Rows rows, Writes writes, Resources resources) {
    this.database = database;
    this.rows = rows;
    this.writes = writes;
    this.resources = resources;
  }

  /**
   * @param id a UUIDv7; what is made has ids that come right after it
   * @param name of the file, as the log shows it
   */
  record Task(
      Writer writer,
      Resource resource,
      ImportFile file,
      ImportColumns columns,
      UUID id,
      String name) {
    /** Stands in the history of each row, and is how a repeat is known. */
    String reason() {
      return name.isEmpty() ? "CSV " + id : "CSV %s (%s)".formatted(name, id);
    }

    /** Of the row that a line of the file makes. */
    private UUID idOf(int number) {
      return new UUID(
          id.getMostSignificantBits(), id.getLeastSignificantBits() & ~0xFFFFFL | number);
    }
  }

  /**
   * @param errors hears of each cell that is wrong
   * @throws Problem 409 while somebody else holds the rows
   */
  ImportPreview preview(Task task, Consumer<ImportError> errors) {
    return inTurn(
        () -> {
          var tally = new ImportTally(task, errors);
          try {
            BulkWrites.heedLocks(
                () ->
                    database.transact(
                        tx -> {
                          run(tx, task, tally, (done, of) -> {});
                          throw new RolledBack();
                        }));
          } catch (RolledBack nothingWasWritten) {
            // as a preview shall
          }
          return tally.preview();
        });
  }

  /**
   * Once; asked again after a lost answer it says the same and writes nothing.
   *
   * @param seen of the preview
   * @return how many rows were made or changed
   * @throws Problem 409 when something is not as the preview showed it; 422 for a file with errors
   */
  int run(Task task, String seen, Progress progress) {
    return inTurn(
        () -> {
          var tally = new ImportTally(task, error -> {});
          var changed = new int[1];
          try {
            BulkWrites.heedLocks(
                () ->
                    database.transact(
                        tx -> {
                          run(tx, task, tally, progress);
                          changed[0] = require(tally.preview(), seen);
                        }));
            return changed[0];
          } catch (Problem refusal) {
            return done(task, tally).orElseThrow(() -> refusal);
          }
        });
  }

  private static int require(ImportPreview done, String seen) {
    if (!done.seen().equals(seen)) {
      throw Problem.of(ResourceProblem.NOT_AS_PREVIEWED);
    }
    if (done.refused() > 0) {
      throw Problem.of(ResourceProblem.IMPORT_HAS_ERRORS);
    }
    return done.created() + done.updated();
  }

  /** What this very import did before, if it did. */
  private Optional<Integer> done(Task task, ImportTally tally) {
    int logged =
        database
            .sql()
            .fetchCount(
                AUDIT_LOG,
                AUDIT_LOG
                    .RESOURCE
                    .eq(task.resource().name())
                    .and(AUDIT_LOG.RECORD.eq(DSL.any(tally.ids().toArray(String[]::new))))
                    .and(AUDIT_LOG.STAFF_ID.eq(task.writer().author().staffId()))
                    .and(AUDIT_LOG.REASON.eq(task.reason())));
    return logged == 0 ? Optional.empty() : Optional.of(logged);
  }

  private void run(DSLContext tx, Task task, ImportTally tally, Progress progress) {
    tx.execute("SET LOCAL lock_timeout = '5s'");
    // What is checked at the end of a transaction belongs to the row that broke it.
    tx.execute("SET CONSTRAINTS ALL IMMEDIATE");
    // A second click waits here, and then finds what the first did.
    tx.execute(
        "SELECT pg_advisory_xact_lock({0})", DSL.inline(task.id().getLeastSignificantBits()));
    var read = new ImportCells(tx, resources, task.writer().member());
    var done = new int[1];
    task.file()
        .read(
            (number, cells) -> {
              var row = new ImportRow(task.columns(), read, cells);
              try {
                Constraints.heed(
                    task.resource(),
                    () ->
                        Database.savepoint(tx, nested -> write(nested, task, tally, number, row)));
              } catch (Problem refusal) {
                tally.refused(number, cells, refusal);
              }
              done[0]++;
              progress.done(done[0], task.file().rows());
            });
  }

  private Row write(DSLContext tx, Task task, ImportTally tally, int number, ImportRow row) {
    row.requireWhole();
    Column key = task.columns().key();
    Optional<String> id = task.columns().cell(key.name(), row.cells());
    Optional<Row> there = id.flatMap(known -> lock(tx, task, known));
    // By the row's own id: a UUID may be written in more than one way.
    if (id.isPresent() && !tally.isFirst(there.map(Row::id).orElse(id.get()))) {
      throw Problem.invalid(key.name(), "파일에 같은 항목이 또 있어요.", "The file has it twice.");
    }
    if (there.isPresent()) {
      return update(tx, task, tally, number, row, there.get());
    }
    if (id.isPresent() && !key.isCreatable()) {
      throw Problem.invalid(key.name(), "없는 항목이에요.", "There is no such row.");
    }
    String made = task.idOf(number).toString();
    tally.isFirst(made);
    Row after =
        writes.createOne(
            tx,
            task.writer(),
            task.resource(),
            row.toCreate(),
            made,
            new Note(AuditAction.CREATE, task.reason()));
    tally.done(number, null, after);
    return after;
  }

  private Row update(
      DSLContext tx, Task task, ImportTally tally, int number, ImportRow row, Row before) {
    Optional<String> version = task.columns().cell("version", row.cells());
    if (version.isPresent() && !version.get().equals(String.valueOf(before.version()))) {
      throw Problem.invalid(
          "version",
          "파일을 받은 뒤에 바뀌었어요. 다시 받아 주세요.",
          "Has changed since the file was made. Please export it again.");
    }
    Row after =
        writes.updateLocked(
            tx,
            task.writer(),
            task.resource(),
            before,
            row.toEdit(before),
            new Note(AuditAction.UPDATE, task.reason()));
    tally.done(number, before, after);
    return after;
  }

  private Optional<Row> lock(DSLContext tx, Task task, String id) {
    Condition same;
    try {
      same = RowId.is(task.resource(), id);
    } catch (Problem malformed) {
      return Optional.empty();
    }
    Condition visible = task.resource().access().requireVisible(task.writer().member());
    return rows.select(tx, task.resource(), same.and(visible))
        .forNoKeyUpdate()
        .fetchOptional(found -> rows.of(task.resource(), found));
  }

  private <T> T inTurn(Supplier<T> work) {
    if (!running.tryAcquire()) {
      throw Problem.of(ResourceProblem.TOO_MANY_IMPORTS).retryAfter(10);
    }
    try {
      return work.get();
    } finally {
      running.release();
    }
  }
}
