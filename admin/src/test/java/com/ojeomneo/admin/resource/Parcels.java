package com.ojeomneo.admin.resource;

import com.ojeomneo.admin.staff.Permission;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jooq.Record;
import org.jooq.TableField;
import org.jooq.UniqueKey;
import org.jooq.impl.DSL;
import org.jooq.impl.Internal;
import org.jooq.impl.SQLDataType;
import org.jooq.impl.TableImpl;

/** A table that only the tests have, and its declaration. */
final class Parcels extends TableImpl<Record> {
  private static final long serialVersionUID = 1L;
  private static final Parcels PARCELS = new Parcels();

  static final String DDL =
      """
      CREATE TABLE IF NOT EXISTS parcels
        (id uuid PRIMARY KEY, name text NOT NULL, weight integer, version integer NOT NULL DEFAULT 1);
      GRANT SELECT, INSERT, UPDATE, DELETE ON parcels TO ojeomneo_admin
      """;

  final transient TableField<Record, UUID> id =
      createField(DSL.name("id"), SQLDataType.UUID.nullable(false), this, "");
  final transient TableField<Record, String> label =
      createField(DSL.name("name"), SQLDataType.CLOB.nullable(false), this, "");
  final transient TableField<Record, Integer> weight =
      createField(DSL.name("weight"), SQLDataType.INTEGER, this, "");
  final transient TableField<Record, Integer> version =
      createField(DSL.name("version"), SQLDataType.INTEGER.nullable(false), this, "");

  private Parcels() {
    super(DSL.name("parcels"));
  }

  @Override
  public UniqueKey<Record> getPrimaryKey() {
    return Internal.createUniqueKey(this, DSL.name("parcels_pkey"), id);
  }

  /** What a developer writes. */
  @Singleton
  static class Declared implements Declarations {
    @Override
    public List<Resource> resources() {
      return List.of(
          Resource.of(PARCELS, Resource.Group.SETTINGS, "소포", "Parcels")
              .column(Column.of(ColumnType.ID, PARCELS.id, "ID", "ID"))
              .column(Column.of(ColumnType.TEXT, PARCELS.label, "이름", "Name").required().editable())
              // The one line.
              .column(
                  Column.of(ColumnType.INTEGER, PARCELS.weight, "무게", "Weight")
                      .editable()
                      .sortable()
                      .filter())
              .title(PARCELS.label)
              .editedWith(Permission.STAFF, PARCELS.version)
              .readWith(Permission.STAFF)
              .creatable());
    }
  }
}
