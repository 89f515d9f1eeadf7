package com.ojeomneo.admin.resource;

import com.ojeomneo.platform.problem.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.ForeignKey;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * What would go with a row, and what would keep it from going. Which tables name it is known from
 * the schema's foreign keys; a new one is never forgotten here.
 */
record Deletion(boolean allowed, List<Rows> goes, List<Rows> blocks) {
  /** Enough for anybody to think again. */
  private static final int MOST = 1000;

  /**
   * @param count at most 1000, which then means that many or more
   */
  @Schema(name = "DeletionPart")
  record Rows(String resource, Label label, int count) {}

  /**
   * @param deletable whether whoever asks may delete it at all
   * @throws Problem 404
   */
  static Deletion of(
      DSLContext sql, Resources resources, Resource resource, Condition which, boolean deletable) {
    if (!sql.fetchExists(DSL.selectOne().from(resource.table()).where(which))) {
      throw Problem.notFound();
    }
    if (!deletable) {
      return new Deletion(false, List.of(), List.of());
    }
    var goes = new ArrayList<Rows>();
    var blocks = new ArrayList<Rows>();
    var within = new HashSet<Table<?>>();
    resource.inlines().forEach(inline -> within(inline, within));
    for (ForeignKey<?, ?> key : resource.table().getPrimaryKey().getReferences()) {
      Table<?> table = key.getTable();
      int count = count(sql, table, named(key, resource, which));
      if (count > 0) {
        var rows = new Rows(table.getName(), label(resources, resource, table), count);
        (within.contains(table) ? goes : blocks).add(rows);
      }
    }
    return new Deletion(blocks.isEmpty(), goes, blocks);
  }

  private static void within(Inline inline, Set<Table<?>> tables) {
    tables.add(inline.table());
    inline.inlines().forEach(inner -> within(inner, tables));
  }

  @SuppressWarnings("unchecked") // Both ends of a foreign key hold the same.
  private static Condition named(ForeignKey<?, ?> key, Resource resource, Condition which) {
    var field = (Field<Object>) key.getFields().getFirst();
    var of = (Field<Object>) key.getKeyFields().getFirst();
    return field.in(DSL.select(of).from(resource.table()).where(which));
  }

  private static int count(DSLContext sql, Table<?> table, Condition which) {
    return sql.fetchCount(DSL.selectOne().from(table).where(which).limit(MOST));
  }

  private static Label label(Resources resources, Resource resource, Table<?> table) {
    return resource.inlines().stream()
        .filter(inline -> inline.table().equals(table))
        .map(Inline::label)
        .findFirst()
        .or(() -> resources.of(table).map(Resource::label))
        .orElseGet(() -> new Label(table.getName(), table.getName()));
  }
}
