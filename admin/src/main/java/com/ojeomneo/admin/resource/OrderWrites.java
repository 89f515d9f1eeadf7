package com.ojeomneo.admin.resource;

import com.ojeomneo.admin.resource.RowOrder.Seen;
import com.ojeomneo.admin.resource.Writes.Note;
import com.ojeomneo.admin.resource.Writes.Writer;
import com.ojeomneo.platform.database.Database;
import com.ojeomneo.platform.problem.CommonProblem;
import com.ojeomneo.platform.problem.Problem;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;

/**
 * Puts rows in another order, by the rules that hold for the edit of one: all of it or nothing, and
 * only on what was seen. Rows that keep their place are not written.
 */
@Singleton
class OrderWrites {
  private final Database database;
  private final Rows rows;
  private final Writes writes;

  OrderWrites(Database database, Rows rows, Writes writes) {
    this.database = database;
    this.rows = rows;
    this.writes = writes;
  }

  /**
   * @param wanted every row that the writer sees
   * @return the rows in that order, as they are now
   * @throws Problem 403; 409 when they are not the rows that were seen, or somebody holds them
   */
  List<Row> run(Writer writer, Resource resource, RowOrder wanted) {
    if (!resource.access().isOrderedBy(writer.member())) {
      throw Problem.of(CommonProblem.FORBIDDEN);
    }
    wanted.requireEachOnce();
    Condition visible = resource.access().requireVisible(writer.member());
    var ordered = new ArrayList<Row>();
    BulkWrites.heedLocks(
        () ->
            Constraints.heed(
                resource,
                () ->
                    database.transaction(
                        tx -> ordered.addAll(write(tx, writer, resource, visible, wanted)))));
    return ordered;
  }

  private List<Row> write(
      DSLContext tx, Writer writer, Resource resource, Condition visible, RowOrder wanted) {
    tx.execute("SET LOCAL lock_timeout = '5s'");
    List<Row> seen = seen(tx, resource, visible, wanted);
    Column order = resource.order();
    List<Integer> positions =
        RowOrder.positions(seen.stream().map(row -> row.value(order).intValue()).toList());
    var ordered = new ArrayList<Row>();
    for (int i = 0; i < seen.size(); i++) {
      var form = new Form(Map.of(order.field(), positions.get(i)), Map.of());
      ordered.add(writes.updateLocked(tx, writer, resource, seen.get(i), form, Note.UPDATED));
    }
    return ordered;
  }

  /** Locked, in the order that is wanted. */
  private List<Row> seen(DSLContext tx, Resource resource, Condition visible, RowOrder wanted) {
    var there = new HashMap<String, Row>();
    for (Record record :
        rows.select(tx, resource, visible)
            .orderBy(resource.key().stream().map(Column::field).toList())
            .limit(RowOrder.MOST + 1)
            .forNoKeyUpdate()
            .fetch()) {
      Row row = rows.of(resource, record);
      there.put(row.id(), row);
    }
    var seen = new ArrayList<Row>();
    for (Seen each : wanted.rows()) {
      Row row = there.get(each.id());
      if (row == null || row.version() != each.version()) {
        throw Problem.of(ResourceProblem.ORDER_CHANGED);
      }
      seen.add(row);
    }
    if (seen.size() != there.size()) {
      throw Problem.of(ResourceProblem.ORDER_CHANGED);
    }
    return seen;
  }
}
