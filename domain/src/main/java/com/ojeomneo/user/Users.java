package com.ojeomneo.user;

import static com.ojeomneo.schema.jooq.Tables.USERS;

import com.ojeomneo.platform.database.Database;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.Records;
import org.jooq.SelectField;
import org.jooq.impl.DSL;

/** The SQL of {@code users}. A deleted account is found by nobody. */
@Singleton
public class Users {
  private static final SelectField<User> USER =
      DSL.row(
              USERS.ID,
              USERS.EMAIL,
              DSL.field(USERS.EMAIL_VERIFIED_AT.isNotNull()),
              USERS.DISPLAY_NAME,
              USERS.GUEST,
              USERS.CREATED_AT)
          .mapping(User::new);
  private static final String NAME_OF_THE_DELETED = "탈퇴한 회원";

  private final Database database;

  Users(Database database) {
    this.database = database;
  }

  public Optional<User> find(UUID id) {
    return find(database.sql(), id);
  }

  Optional<User> find(DSLContext sql, UUID id) {
    return sql.select(USER).from(USERS).where(isActive(id)).fetchOptional(Record1::value1);
  }

  /** The user, who cannot be deleted before this transaction ends. */
  Optional<User> hold(DSLContext tx, UUID id) {
    return tx.select(USER)
        .from(USERS)
        .where(isActive(id))
        .forShare()
        .fetchOptional(Record1::value1);
  }

  /** By e-mail address, whatever its case. */
  Optional<Credentials> credentials(String email) {
    return database
        .sql()
        .select(USER, USERS.PASSWORD_HASH)
        .from(USERS)
        .where(USERS.EMAIL.eq(email))
        .fetchOptional(Records.mapping(Credentials::new));
  }

  /** Whether the address has an account that has not proven it yet. */
  boolean isUnverified(String email) {
    return database
        .sql()
        .fetchExists(USERS, USERS.EMAIL.eq(email), USERS.EMAIL_VERIFIED_AT.isNull());
  }

  /**
   * @return false when the address has no account
   */
  boolean verify(DSLContext tx, String email, Instant now) {
    return tx.update(USERS).set(USERS.EMAIL_VERIFIED_AT, now).where(USERS.EMAIL.eq(email)).execute()
        == 1;
  }

  /**
   * For who has proven to hold the address.
   *
   * @return whose password it is now; empty when the address has no account
   */
  Optional<UUID> changePassword(DSLContext tx, String email, String passwordHash, Instant now) {
    return tx.update(USERS)
        .set(USERS.PASSWORD_HASH, passwordHash)
        .set(USERS.EMAIL_VERIFIED_AT, now)
        .set(USERS.VERSION, USERS.VERSION.plus(1))
        .where(USERS.EMAIL.eq(email))
        .returningResult(USERS.ID)
        .fetchOptional(USERS.ID);
  }

  /** Who has this address, and nobody changes that before the transaction ends. */
  Optional<User> lock(DSLContext tx, String email) {
    return tx.select(USER)
        .from(USERS)
        .where(USERS.EMAIL.eq(email))
        .forNoKeyUpdate()
        .fetchOptional(Record1::value1);
  }

  /** The user, whom nobody changes before the transaction ends. */
  Optional<User> lock(DSLContext tx, UUID id) {
    return tx.select(USER)
        .from(USERS)
        .where(isActive(id))
        .forNoKeyUpdate()
        .fetchOptional(Record1::value1);
  }

  boolean hasPassword(DSLContext tx, UUID id) {
    return tx.fetchExists(USERS, isActive(id), USERS.PASSWORD_HASH.isNotNull());
  }

  /** The address is proven; a password that was set before is nobody's any more. */
  void prove(DSLContext tx, UUID id, Instant now) {
    tx.update(USERS)
        .setNull(USERS.PASSWORD_HASH)
        .set(USERS.EMAIL_VERIFIED_AT, now)
        .set(USERS.VERSION, USERS.VERSION.plus(1))
        .where(isActive(id))
        .execute();
  }

  /**
   * @param passwordHash null for who logs in without a password
   * @return false when the e-mail address has an account already
   */
  boolean add(DSLContext tx, User user, String passwordHash) {
    return tx.insertInto(USERS)
            .set(USERS.ID, user.id())
            .set(USERS.EMAIL, user.email())
            .set(USERS.EMAIL_VERIFIED_AT, user.emailVerified() ? user.createdAt() : null)
            .set(USERS.PASSWORD_HASH, passwordHash)
            .set(USERS.DISPLAY_NAME, user.displayName())
            .set(USERS.GUEST, user.guest())
            .set(USERS.CREATED_AT, user.createdAt())
            .onConflict(USERS.EMAIL)
            .doNothing()
            .execute()
        == 1;
  }

  /**
   * @param account what they shall be; who they are stays
   * @param passwordHash null for who logs in without a password
   * @return the guest as they are with an account, empty when they are no guest any more
   */
  Optional<User> register(DSLContext tx, UUID guest, User account, String passwordHash) {
    return tx.update(USERS)
        .set(USERS.EMAIL, account.email())
        .set(USERS.EMAIL_VERIFIED_AT, account.emailVerified() ? account.createdAt() : null)
        .set(USERS.PASSWORD_HASH, passwordHash)
        .set(USERS.DISPLAY_NAME, account.displayName())
        .set(USERS.GUEST, false)
        .set(USERS.VERSION, USERS.VERSION.plus(1))
        .where(isActive(guest))
        .and(USERS.GUEST)
        .returningResult(USER)
        .fetchOptional(Record1::value1);
  }

  /** With the version that {@link #rename} compares. */
  public Optional<UserVersion> current(UUID id) {
    return database
        .sql()
        .select(USER, USERS.VERSION)
        .from(USERS)
        .where(isActive(id))
        .fetchOptional(Records.mapping(UserVersion::new));
  }

  /**
   * @param version that is to be changed
   * @return the user as renamed, empty when there is another version by now, or the account is
   *     deleted
   */
  public Optional<UserVersion> rename(UUID id, int version, String displayName) {
    return database
        .sql()
        .update(USERS)
        .set(USERS.DISPLAY_NAME, displayName)
        .set(USERS.VERSION, USERS.VERSION.plus(1))
        .where(isActive(id))
        .and(USERS.VERSION.eq(version))
        .returningResult(USER, USERS.VERSION)
        .fetchOptional(Records.mapping(UserVersion::new));
  }

  /** Orders keep pointing at the row; nothing in it tells any more who that was. */
  void anonymise(DSLContext tx, UUID id, Instant now) {
    tx.update(USERS)
        .setNull(USERS.EMAIL)
        .setNull(USERS.EMAIL_VERIFIED_AT)
        .setNull(USERS.PASSWORD_HASH)
        .set(USERS.DISPLAY_NAME, NAME_OF_THE_DELETED)
        .set(USERS.DELETED_AT, now)
        .set(USERS.VERSION, USERS.VERSION.plus(1))
        .where(isActive(id))
        .execute();
  }

  private static Condition isActive(UUID id) {
    return USERS.ID.eq(id).and(USERS.DELETED_AT.isNull());
  }
}
