package com.ojeomneo.admin.resource;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.f4b6a3.uuid.UuidCreator;
import com.ojeomneo.admin.resource.Form.Part;
import com.ojeomneo.platform.problem.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SortField;
import org.jooq.impl.DSL;

/** The rows within a row: one query reads all of a kind, and they are saved as one. */
final class InlineRows {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private InlineRows() {}

  static ArrayNode of(DSLContext sql, Inline inline, Object parent) {
    return read(sql, inline, List.of(parent)).getOrDefault(parent, JSON.arrayNode());
  }

  private static Map<Object, ArrayNode> read(
      DSLContext sql, Inline inline, Collection<Object> parents) {
    List<Record> records =
        new ArrayList<>(
            sql.select(inline.fields())
                .from(inline.table())
                .where(any(inline.parent()).in(parents))
                .and(inline.only())
                .orderBy(order(inline))
                .fetch());
    Map<String, Map<Object, ArrayNode>> within = new HashMap<>();
    if (!inline.inlines().isEmpty()) {
      List<Object> ids = records.stream().<Object>map(row -> row.get(inline.id())).toList();
      inline.inlines().forEach(inner -> within.put(inner.name(), read(sql, inner, ids)));
    }
    var rows = new LinkedHashMap<Object, ArrayNode>();
    for (Record record : records) {
      ObjectNode row = JSON.objectNode();
      if (inline.id() != null) {
        row.set("id", Values.write(record.get(inline.id())));
      }
      for (Column column : inline.columns()) {
        row.set(column.name(), Values.write(column, record.get(column.field())));
      }
      within.forEach(
          (name, rowsOf) ->
              row.set(name, rowsOf.getOrDefault(record.get(inline.id()), JSON.arrayNode())));
      rows.computeIfAbsent(record.get(inline.parent()), parent -> JSON.arrayNode()).add(row);
    }
    return rows;
  }

  private static List<SortField<?>> order(Inline inline) {
    if (inline.position() != null) {
      return List.of(inline.position().asc());
    }
    return inline.columns().stream().<SortField<?>>map(column -> column.field().asc()).toList();
  }

  /**
   * Makes the rows of this parent those of the form.
   *
   * @param revive whether rows that are gone may come back, with the key that they had
   */
  static void save(DSLContext tx, Inline inline, Object parent, List<Part> wished, boolean revive) {
    List<Part> parts =
        revive ? wished.stream().filter(part -> inline.comesBack(part.values())).toList() : wished;
    if (inline.id() == null) {
      replace(tx, inline, parent, parts);
      return;
    }
    Set<Object> there =
        new HashSet<>(
            tx.select(inline.id())
                .from(inline.table())
                .where(any(inline.parent()).eq(parent))
                .and(inline.only())
                .fetch(row -> row.get(inline.id())));
    Set<Object> gone = new HashSet<>(there);
    for (Part part : parts) {
      if (part.id() != null && !there.contains(part.id()) && !revive) {
        throw Problem.invalid(part.place() + ".id", "없는 항목이에요.", "There is no such row.");
      }
      gone.remove(part.id());
    }
    delete(tx, inline, any(inline.id()).in(gone));
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      Map<Field<?>, Object> values = new LinkedHashMap<>(part.values());
      if (inline.position() != null) {
        values.put(inline.position(), i + 1);
      }
      Object id = part.id();
      if (!there.contains(id)) {
        id = id == null ? UuidCreator.getTimeOrderedEpoch() : id;
        values.put(inline.id(), id);
        values.put(inline.parent(), parent);
        insert(tx, inline, values, part.place());
      } else if (!values.isEmpty()) {
        var change = tx.update(inline.table()).set(values).where(any(inline.id()).eq(id));
        Constraints.heed(inline, part.place(), change::execute);
      }
      for (var within : part.inlines().entrySet()) {
        save(tx, within.getKey(), id, within.getValue(), revive);
      }
    }
  }

  /** Rows that are nothing but what they say: those that stay are not touched. */
  private static void replace(DSLContext tx, Inline inline, Object parent, List<Part> parts) {
    List<Field<?>> fields = inline.columns().stream().<Field<?>>map(Column::field).toList();
    Map<List<Object>, String> wanted = new LinkedHashMap<>();
    for (Part part : parts) {
      wanted.putIfAbsent(values(fields, part.values()::get), part.place());
    }
    for (Record row :
        tx.select(fields)
            .from(inline.table())
            .where(any(inline.parent()).eq(parent))
            .and(inline.only())
            .fetch()) {
      List<Object> there = values(fields, row::get);
      if (wanted.remove(there) == null) {
        Condition same = any(inline.parent()).eq(parent);
        for (int i = 0; i < fields.size(); i++) {
          same = same.and(any(fields.get(i)).isNotDistinctFrom(there.get(i)));
        }
        tx.deleteFrom(inline.table()).where(same).execute();
      }
    }
    wanted.forEach(
        (row, place) -> {
          Map<Field<?>, Object> values = new LinkedHashMap<>();
          values.put(inline.parent(), parent);
          for (int i = 0; i < fields.size(); i++) {
            values.put(fields.get(i), row.get(i));
          }
          insert(tx, inline, values, place);
        });
  }

  private static void insert(
      DSLContext tx, Inline inline, Map<Field<?>, Object> values, String place) {
    Constraints.heed(inline, place, tx.insertInto(inline.table()).set(values)::execute);
  }

  private static List<Object> values(List<Field<?>> fields, Function<Field<?>, Object> of) {
    var values = new ArrayList<Object>(fields.size());
    fields.forEach(field -> values.add(of.apply(field)));
    return values;
  }

  private static void delete(DSLContext tx, Inline inline, Condition which) {
    for (Inline within : inline.inlines()) {
      delete(
          tx,
          within,
          any(within.parent()).in(DSL.select(inline.id()).from(inline.table()).where(which)));
    }
    tx.deleteFrom(inline.table()).where(which).and(inline.only()).execute();
  }

  /** With everything within them. */
  static void deleteAll(DSLContext tx, Inline inline, Object parent) {
    delete(tx, inline, any(inline.parent()).eq(parent));
  }

  @SuppressWarnings("unchecked") // The values are read from the very fields they are compared with.
  private static Field<Object> any(Field<?> field) {
    return (Field<Object>) field;
  }
}
