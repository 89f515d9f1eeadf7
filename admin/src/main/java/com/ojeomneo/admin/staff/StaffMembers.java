package com.ojeomneo.admin.staff;

import static com.ojeomneo.schema.jooq.Tables.STAFF;
import static com.ojeomneo.schema.jooq.Tables.STAFF_ROLES;
import static com.ojeomneo.schema.jooq.Tables.STAFF_ROLE_RULES;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import com.github.f4b6a3.uuid.UuidCreator;
import com.ojeomneo.admin.staff.StaffMember.Assignment;
import com.ojeomneo.schema.jooq.enums.StaffRole;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Records;
import org.jooq.SelectField;
import org.jspecify.annotations.Nullable;

/** The SQL of {@code staff} and {@code staff_roles}. */
@Singleton
public class StaffMembers {
  private static final Field<List<Assignment>> ROLES =
      multiset(
              select(STAFF_ROLES.ROLE, STAFF_ROLES.STORE_ID)
                  .from(STAFF_ROLES)
                  .where(STAFF_ROLES.STAFF_ID.eq(STAFF.ID))
                  .orderBy(STAFF_ROLES.ROLE, STAFF_ROLES.STORE_ID))
          .convertFrom(rows -> rows.map(Records.mapping(Assignment::new)));

  private static final Field<Boolean> REQUIRED =
      field(
          exists(
              selectOne()
                  .from(STAFF_ROLES)
                  .join(STAFF_ROLE_RULES)
                  .on(STAFF_ROLE_RULES.ROLE.eq(STAFF_ROLES.ROLE))
                  .where(
                      STAFF_ROLES.STAFF_ID.eq(STAFF.ID), STAFF_ROLE_RULES.SECOND_FACTOR.isTrue())));

  /** Who they are, as a column of any query that joins {@code staff}. */
  public static final SelectField<StaffMember> MEMBER =
      org.jooq
          .impl
          .DSL
          .row(STAFF.ID, STAFF.EMAIL, STAFF.DISPLAY_NAME, STAFF.TOTP_CONFIRMED_AT, REQUIRED, ROLES)
          .mapping(
              (id, email, name, confirmed, required, roles) ->
                  new StaffMember(id, email, name, confirmed != null, required, roles));

  /** Whoever may sign in, with the hash of their password. */
  public record Credentials(StaffMember member, String passwordHash) {}

  public Optional<Credentials> credentials(DSLContext sql, String email) {
    return sql.select(MEMBER, STAFF.PASSWORD_HASH)
        .from(STAFF)
        .where(STAFF.EMAIL.eq(email), mayWork())
        .fetchOptional(Records.mapping(Credentials::new));
  }

  /** Empty for whoever has left. */
  public Optional<StaffMember> find(DSLContext sql, UUID id) {
    return sql.select(MEMBER)
        .from(STAFF)
        .where(STAFF.ID.eq(id), mayWork())
        .fetchOptional(row -> row.value1());
  }

  /** Rows of people who have not left. */
  public static Condition mayWork() {
    return STAFF.DISABLED_AT.isNull();
  }

  /**
   * @param storeId of {@code SHOP_STAFF}; null for every other role
   * @return empty when the address is taken
   */
  public Optional<UUID> add(
      DSLContext tx,
      String email,
      String displayName,
      String passwordHash,
      StaffRole role,
      UUID storeId,
      Instant now) {
    return add(tx, email, displayName, passwordHash, List.of(new Assignment(role, storeId)), now);
  }

  /**
   * @param passwordHash null for somebody who is invited and has yet to choose one
   * @param roles each once
   * @return empty when the address is taken
   */
  public Optional<UUID> add(
      DSLContext tx,
      String email,
      String displayName,
      @Nullable String passwordHash,
      List<Assignment> roles,
      Instant now) {
    UUID id = UuidCreator.getTimeOrderedEpoch();
    int added =
        tx.insertInto(STAFF)
            .set(STAFF.ID, id)
            .set(STAFF.EMAIL, email)
            .set(STAFF.DISPLAY_NAME, displayName)
            .set(STAFF.PASSWORD_HASH, passwordHash)
            .set(STAFF.CREATED_AT, now)
            .onConflict(STAFF.EMAIL)
            .doNothing()
            .execute();
    if (added == 0) {
      return Optional.empty();
    }
    for (Assignment each : roles) {
      tx.insertInto(STAFF_ROLES, STAFF_ROLES.STAFF_ID, STAFF_ROLES.ROLE, STAFF_ROLES.STORE_ID)
          .values(id, each.role(), each.storeId())
          .execute();
    }
    return Optional.of(id);
  }
}
