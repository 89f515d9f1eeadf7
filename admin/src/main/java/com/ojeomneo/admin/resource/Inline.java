package com.ojeomneo.admin.resource;

import static org.jooq.impl.DSL.noCondition;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/**
 * Rows that belong to a row and are edited, saved and deleted with it, such as the options of a
 * dish. Their version is the version of the row that they belong to.
 */
public final class Inline {
  private final String name;
  private final Label label;
  private final TableField<?, ?> parent;
  private final List<Column> columns = new ArrayList<>();
  private final List<Inline> inlines = new ArrayList<>();
  private TableField<?, ?> id;
  private TableField<?, Integer> position;
  private Condition only = noCondition();
  private Predicate<Map<Field<?>, Object>> comesBack = values -> true;
  private String tab;

  private Inline(String name, Label label, TableField<?, ?> parent) {
    this.name = name;
    this.label = label;
    this.parent = parent;
  }

  /**
   * @param name of the member that holds them
   * @param parent the column that names the row they belong to
   */
  public static Inline of(String name, TableField<?, ?> parent, String ko, String en) {
    return new Inline(name, new Label(ko, en), parent);
  }

  /** They keep this key for life; without one a changed row is another row. */
  public Inline id(TableField<?, ?> id) {
    this.id = id;
    return this;
  }

  /** The order of the array is kept in this column, from 1. */
  public Inline ordered(TableField<?, Integer> position) {
    this.position = position;
    return this;
  }

  /**
   * The others of the table are neither shown nor touched, except that they go with their row.
   *
   * @param comesBack whether a row of these values, put back from the log, is one of them by now
   */
  public Inline only(Condition those, Predicate<Map<Field<?>, Object>> comesBack) {
    this.only = those;
    this.comesBack = comesBack;
    return this;
  }

  public Inline column(Column column) {
    columns.add(column);
    return this;
  }

  /** Only of rows with a key of their own. */
  public Inline inline(Inline inline) {
    inlines.add(inline);
    return this;
  }

  Inline on(String tab) {
    this.tab = tab;
    return this;
  }

  String name() {
    return name;
  }

  Label label() {
    return label;
  }

  Table<?> table() {
    return parent.getTable();
  }

  TableField<?, ?> parent() {
    return parent;
  }

  /** Null where a changed row is another row. */
  TableField<?, ?> id() {
    return id;
  }

  /** Null where they have no order of their own. */
  TableField<?, Integer> position() {
    return position;
  }

  Condition only() {
    return only;
  }

  boolean comesBack(Map<Field<?>, Object> values) {
    return comesBack.test(values);
  }

  List<Column> columns() {
    return columns;
  }

  List<Inline> inlines() {
    return inlines;
  }

  /** Everything that is read of a row: its key and its columns. */
  List<Field<?>> fields() {
    var fields = new ArrayList<Field<?>>();
    fields.add(parent);
    if (id != null) {
      fields.add(id);
    }
    columns.forEach(column -> fields.add(column.field()));
    return fields;
  }

  InlineView view() {
    return new InlineView(
        name,
        label,
        tab,
        columns.stream().map(Column::view).toList(),
        inlines.stream().map(Inline::view).toList(),
        position != null);
  }

  /** What the pages know of rows within a row. */
  @Schema(name = "Inline")
  record InlineView(
      String name,
      Label label,
      @Nullable String tab,
      List<Column.ColumnView> columns,
      List<InlineView> inlines,
      boolean ordered) {}
}
