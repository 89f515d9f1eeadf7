package com.ojeomneo.local;

import static com.ojeomneo.schema.jooq.Tables.STAFF;
import static com.ojeomneo.schema.jooq.Tables.STAFF_ROLES;
import static com.ojeomneo.schema.jooq.Tables.STORES;

import com.github.f4b6a3.uuid.UuidCreator;
import com.ojeomneo.schema.jooq.enums.StaffRole;
import com.ojeomneo.user.PasswordHash;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** Somebody of each role, to look at the back office as they see it. */
final class StaffSamples {
  private final Postgres postgres;
  private final Secrets secrets;

  StaffSamples(Postgres postgres, Secrets secrets) {
    this.postgres = postgres;
    this.secrets = secrets;
  }

  /** Adds those who are not there yet; all of them. */
  Map<StaffRole, Access.SignIn> hire() throws SQLException {
    return hire(Databases.PRODUCT);
  }

  /** {@link #hire()} in another database than the product's usual one. */
  Map<StaffRole, Access.SignIn> hire(String database) throws SQLException {
    try (Connection owner = postgres.connect(database, Databases.OWNER)) {
      DSLContext sql = DSL.using(owner, SQLDialect.POSTGRES);
      var all = new LinkedHashMap<StaffRole, Access.SignIn>();
      all.put(StaffRole.OWNER, hire(sql, StaffRole.OWNER, "owner@example.com", "최대표"));
      all.put(StaffRole.MANAGER, hire(sql, StaffRole.MANAGER, "manager@example.com", "정매니저"));
      all.put(StaffRole.SHOP_STAFF, hire(sql, StaffRole.SHOP_STAFF, "kitchen@example.com", "한주방"));
      all.put(StaffRole.SUPPORT, hire(sql, StaffRole.SUPPORT, "support@example.com", "오상담"));
      all.put(StaffRole.VIEWER, hire(sql, StaffRole.VIEWER, "viewer@example.com", "윤열람"));
      return all;
    }
  }

  private Access.SignIn hire(DSLContext sql, StaffRole role, String email, String name) {
    var signIn = new Access.SignIn(email, secrets.typedPassword(email), name);
    if (!sql.fetchExists(STAFF, STAFF.EMAIL.eq(email))) {
      String hash = PasswordHash.of(signIn.password());
      sql.transaction(tx -> add(tx.dsl(), signIn, role, hash));
    }
    return signIn;
  }

  private static void add(DSLContext sql, Access.SignIn signIn, StaffRole role, String hash) {
    UUID id = UuidCreator.getTimeOrderedEpoch();
    sql.insertInto(STAFF)
        .set(STAFF.ID, id)
        .set(STAFF.EMAIL, signIn.email())
        .set(STAFF.DISPLAY_NAME, signIn.displayName())
        .set(STAFF.PASSWORD_HASH, hash)
        .set(STAFF.CREATED_AT, Clock.systemUTC().instant())
        .execute();
    List<UUID> shops =
        role == StaffRole.SHOP_STAFF
            ? sql.select(STORES.ID).from(STORES).orderBy(STORES.NAME).limit(1).fetch(STORES.ID)
            : Collections.singletonList(null);
    for (UUID shop : shops) {
      sql.insertInto(STAFF_ROLES)
          .set(STAFF_ROLES.STAFF_ID, id)
          .set(STAFF_ROLES.ROLE, role)
          .set(STAFF_ROLES.STORE_ID, shop)
          .execute();
    }
  }
}
