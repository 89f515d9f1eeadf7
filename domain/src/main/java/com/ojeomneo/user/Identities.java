package com.ojeomneo.user;

import static com.ojeomneo.schema.jooq.Tables.IDENTITY_UNLINKS;
import static com.ojeomneo.schema.jooq.Tables.USERS;
import static com.ojeomneo.schema.jooq.Tables.USER_IDENTITIES;

import com.github.f4b6a3.uuid.UuidCreator;
import com.ojeomneo.platform.database.Database;
import com.ojeomneo.social.Person;
import com.ojeomneo.social.Provider;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jooq.impl.DSL;

/** The SQL of {@code user_identities}: who somebody is elsewhere. */
@Singleton
public class Identities {
  private final Database database;
  private final Clock clock;

  Identities(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  public List<Identity> of(UUID userId) {
    return database
        .sql()
        .select(USER_IDENTITIES.PROVIDER.convertFrom(Provider::valueOf), USER_IDENTITIES.LINKED_AT)
        .from(USER_IDENTITIES)
        .where(USER_IDENTITIES.USER_ID.eq(userId))
        .orderBy(USER_IDENTITIES.PROVIDER)
        .fetch(Records.mapping(Identity::new));
  }

  /** Whose this is. First log-ins of one person wait for each other: there is one account. */
  Optional<UUID> holder(DSLContext tx, Person person) {
    tx.execute(
        DSL.sql(
            "SELECT pg_advisory_xact_lock(hashtextextended({0}, 0))",
            DSL.val(person.provider() + ":" + person.subject())));
    return tx.select(USERS.ID)
        .from(USER_IDENTITIES)
        .join(USERS)
        .on(USERS.ID.eq(USER_IDENTITIES.USER_ID))
        .where(is(person))
        .fetchOptional(USERS.ID);
  }

  /**
   * @return false when the user has another one of this provider already
   */
  boolean add(DSLContext tx, UUID userId, Person person) {
    return tx.insertInto(USER_IDENTITIES)
            .set(USER_IDENTITIES.PROVIDER, person.provider().name())
            .set(USER_IDENTITIES.SUBJECT, person.subject())
            .set(USER_IDENTITIES.USER_ID, userId)
            .set(USER_IDENTITIES.CLIENT_ID, person.clientId())
            .set(USER_IDENTITIES.LINKED_AT, clock.instant())
            .onConflict(USER_IDENTITIES.USER_ID, USER_IDENTITIES.PROVIDER)
            .doNothing()
            .execute()
        == 1;
  }

  /**
   * @param sealed what ends it at the provider
   */
  void keep(DSLContext tx, Person person, byte[] sealed) {
    tx.update(USER_IDENTITIES)
        .set(USER_IDENTITIES.GRANT_SEALED, sealed)
        .set(USER_IDENTITIES.CLIENT_ID, person.clientId())
        .where(is(person))
        .execute();
  }

  int count(DSLContext tx, UUID userId) {
    return tx.fetchCount(USER_IDENTITIES, USER_IDENTITIES.USER_ID.eq(userId));
  }

  /**
   * Ends it here, and leaves word that the provider has to be told.
   *
   * @return false when there is none
   */
  boolean remove(DSLContext tx, UUID userId, Provider provider) {
    return remove(
        tx, USER_IDENTITIES.USER_ID.eq(userId).and(USER_IDENTITIES.PROVIDER.eq(provider.name())));
  }

  void removeAll(DSLContext tx, UUID userId) {
    remove(tx, USER_IDENTITIES.USER_ID.eq(userId));
  }

  private boolean remove(DSLContext tx, Condition which) {
    Instant now = clock.instant();
    var removed =
        tx.deleteFrom(USER_IDENTITIES)
            .where(which)
            .returning(
                USER_IDENTITIES.PROVIDER,
                USER_IDENTITIES.SUBJECT,
                USER_IDENTITIES.USER_ID,
                USER_IDENTITIES.CLIENT_ID,
                USER_IDENTITIES.GRANT_SEALED)
            .fetch();
    removed.forEach(
        identity ->
            tx.insertInto(IDENTITY_UNLINKS)
                .set(IDENTITY_UNLINKS.ID, UuidCreator.getTimeOrderedEpoch())
                .set(IDENTITY_UNLINKS.PROVIDER, identity.getProvider())
                .set(IDENTITY_UNLINKS.SUBJECT, identity.getSubject())
                .set(IDENTITY_UNLINKS.USER_ID, identity.getUserId())
                .set(IDENTITY_UNLINKS.CLIENT_ID, identity.getClientId())
                .set(IDENTITY_UNLINKS.GRANT_SEALED, identity.getGrantSealed())
                .set(IDENTITY_UNLINKS.TRY_AT, now)
                .set(IDENTITY_UNLINKS.CREATED_AT, now)
                .execute());
    return removed.isNotEmpty();
  }

  private static Condition is(Person person) {
    return USER_IDENTITIES
        .PROVIDER
        .eq(person.provider().name())
        .and(USER_IDENTITIES.SUBJECT.eq(person.subject()));
  }
}
