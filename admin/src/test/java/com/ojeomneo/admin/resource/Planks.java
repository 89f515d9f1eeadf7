package com.ojeomneo.admin.resource;

import com.ojeomneo.admin.staff.Permission;
import jakarta.inject.Singleton;
import java.util.List;
import org.jooq.Record;
import org.jooq.TableField;
import org.jooq.UniqueKey;
import org.jooq.impl.DSL;
import org.jooq.impl.Internal;
import org.jooq.impl.SQLDataType;
import org.jooq.impl.TableImpl;

/** A table of the tests whose rows stand in an order, each in a place of its own. */
final class Planks extends TableImpl<Record> {
  private static final long serialVersionUID = 1L;
  private static final Planks PLANKS = new Planks();

  static final String DDL =
      """
      CREATE TABLE IF NOT EXISTS planks
        (code text PRIMARY KEY, place integer NOT NULL, version integer NOT NULL DEFAULT 1);
      GRANT SELECT, INSERT, UPDATE, DELETE ON planks TO ojeomneo_admin
      """;

  final transient TableField<Record, String> code =
      createField(DSL.name("code"), SQLDataType.CLOB.nullable(false), this, "");
  final transient TableField<Record, Integer> place =
      createField(DSL.name("place"), SQLDataType.INTEGER.nullable(false), this, "");
  final transient TableField<Record, Integer> version =
      createField(DSL.name("version"), SQLDataType.INTEGER.nullable(false), this, "");

  private Planks() {
    super(DSL.name("planks"));
  }

  @Override
  public UniqueKey<Record> getPrimaryKey() {
    return Internal.createUniqueKey(this, DSL.name("planks_pkey"), code);
  }

  @Singleton
  static class Declared implements Declarations {
    @Override
    public List<Resource> resources() {
      return List.of(
          Resource.of(PLANKS, Resource.Group.SETTINGS, "널빤지", "Planks")
              .column(Column.of(ColumnType.TEXT, PLANKS.code, "코드", "Code").creatable())
              .column(
                  Column.of(ColumnType.INTEGER, PLANKS.place, "자리", "Place").editable().sortable())
              .title(PLANKS.code)
              .orderedBy(PLANKS.place)
              .editedWith(Permission.CATALOGUE, PLANKS.version)
              .creatable());
    }
  }
}
