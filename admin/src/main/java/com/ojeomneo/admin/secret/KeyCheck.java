package com.ojeomneo.admin.secret;

import static com.ojeomneo.schema.jooq.Tables.STAFF;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.selectDistinct;

import com.ojeomneo.platform.database.Database;
import com.ojeomneo.platform.secret.Seal;
import com.ojeomneo.platform.secret.SecretKeys;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** Refuses to serve without a key that somebody's second factor needs: a roll-out stops there. */
@Singleton
class KeyCheck {
  private static final Field<byte[]> KEY_NAME =
      DSL.field(
          "substring({0} for {1})", byte[].class, STAFF.TOTP_SEALED, inline(SecretKeys.NAME_BYTES));

  /** After the schema was compared. */
  void onStart(@Observes @Priority(2) StartupEvent start, Database database, Seal seal) {
    if (!hasAllKeys(database.sql(), seal)) {
      throw new ConfigurationException(
          "ADMIN_SECRET_KEYS lacks a key by which secrets in the database were sealed");
    }
  }

  static boolean hasAllKeys(DSLContext sql, Seal seal) {
    return sql
        .fetch(selectDistinct(KEY_NAME).from(STAFF).where(STAFF.TOTP_SEALED.isNotNull()))
        .stream()
        .allMatch(row -> seal.canOpen(row.value1()));
  }
}
