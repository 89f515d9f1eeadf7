package com.ojeomneo.admin.resource;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Reads the rows of any resource. */
@Singleton
class Rows {
  private static final String TITLE_OF = "title_of_";

  /** In the planner's units: some tens of thousands of rows. */
  private static final double CHEAP_COUNT = 1500;

  private final Resources resources;

  Rows(Resources resources) {
    this.resources = resources;
  }

  /** With the titles of the rows that they name; without the rows within them. */
  SelectConditionStep<Record> select(DSLContext sql, Resource resource, Condition wanted) {
    var fields = new LinkedHashSet<Field<?>>();
    resource.columns().forEach(column -> fields.add(column.field()));
    if (resource.version() != null) {
      fields.add(resource.version());
    }
    for (Column column : resource.columns()) {
      if (column.reference() != null) {
        fields.add(title(column).as(name(TITLE_OF + column.name())));
      }
    }
    return sql.select(new ArrayList<>(fields)).from(resource.table()).where(wanted);
  }

  /** One row with the rows within it. */
  Optional<Row> find(DSLContext sql, Resource resource, Condition wanted) {
    return select(sql, resource, wanted).fetchOptional(row -> whole(sql, resource, row));
  }

  /** As {@link #find}, and nobody else changes it until the transaction ends. */
  Optional<Row> lock(DSLContext tx, Resource resource, Condition wanted) {
    return tx.selectOne()
        .from(resource.table())
        .where(wanted)
        .forNoKeyUpdate()
        .fetchOptional()
        .flatMap(locked -> find(tx, resource, wanted));
  }

  private Row whole(DSLContext sql, Resource resource, Record record) {
    Row row = of(resource, record);
    for (Inline inline : resource.inlines()) {
      Object key = record.get(resource.key().getFirst().field());
      row.members().set(inline.name(), InlineRows.of(sql, inline, key));
    }
    return row;
  }

  Row of(Resource resource, Record record) {
    ObjectNode members = JsonNodeFactory.instance.objectNode();
    var titles = new TreeMap<String, String>();
    for (Column column : resource.columns()) {
      members.set(column.name(), Values.write(column, record.get(column.field())));
      if (column.reference() != null) {
        String title = record.get(TITLE_OF + column.name(), String.class);
        if (title != null) {
          titles.put(column.name(), masked(column, title));
        }
      }
    }
    Integer version = resource.version() == null ? null : record.get(resource.version());
    return new Row(RowId.of(resource, record), version, members, titles);
  }

  /** What a column names, as everybody may see it. */
  String masked(Column column, String title) {
    Mask mask = resources.named(column.reference()).title().mask();
    return mask == null ? title : mask.of(title);
  }

  /** What the row is called that a column names; unmasked. */
  Field<String> title(Column column) {
    Resource named = resources.named(column.reference());
    @SuppressWarnings("unchecked") // A reference holds what the key of the other resource holds.
    var key = (Field<Object>) named.key().getFirst().field();
    return field(
        DSL.select(named.title().field().cast(SQLDataType.CLOB))
            .from(named.table())
            .where(key.eq(column.field())));
  }

  /**
   * About how many there are. Counted where the planner thinks that cheap, else what the planner
   * thinks: a list of millions is not counted for anybody.
   */
  static long estimate(DSLContext sql, Resource resource, Condition wanted) {
    var all = sql.selectOne().from(resource.table()).where(wanted);
    var plan = sql.explain(all);
    if (plan.cost() <= CHEAP_COUNT) {
      return sql.fetchCount(all);
    }
    return Math.round(plan.rows());
  }

  /** Whether the planner thinks that these can be counted for anybody who asks. */
  static boolean isCheap(DSLContext sql, Resource resource, Condition wanted) {
    return sql.explain(sql.selectOne().from(resource.table()).where(wanted)).cost() <= CHEAP_COUNT;
  }

  /**
   * How many there are of each value of a column; empty where counting them is not cheap, by the
   * same measure.
   */
  static Optional<Map<String, Integer>> counts(
      DSLContext sql, Resource resource, Condition wanted, Column column) {
    if (!isCheap(sql, resource, wanted)) {
      return Optional.empty();
    }
    Field<String> value = column.field().cast(SQLDataType.CLOB);
    return Optional.of(
        sql.select(value, DSL.count())
            .from(resource.table())
            .where(wanted)
            .and(column.field().isNotNull())
            .groupBy(column.field())
            .fetchMap(value, DSL.count()));
  }
}
