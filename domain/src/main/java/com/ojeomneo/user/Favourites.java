package com.ojeomneo.user;

import static com.ojeomneo.schema.jooq.Tables.FAVOURITES;
import static com.ojeomneo.schema.jooq.Tables.MENUS;
import static com.ojeomneo.schema.jooq.Tables.STORES;
import static com.ojeomneo.schema.jooq.Tables.USERS;
import static org.jooq.impl.DSL.noCondition;

import com.github.f4b6a3.uuid.UuidCreator;
import com.ojeomneo.platform.database.Database;
import com.ojeomneo.platform.problem.Problem;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jooq.TableField;
import org.jooq.impl.DSL;

/**
 * The SQL of {@code favourites}. What customers cannot see any more (a shop that closed for good, a
 * dish off the menu) is kept and not listed: it may come back.
 */
@Singleton
public class Favourites {
  /** Of both kinds together: more is no choice but a copy of the menu. */
  public static final int MOST = 200;

  private static final Condition VISIBLE =
      FAVOURITES
          .STORE_ID
          .in(DSL.select(STORES.ID).from(STORES).where(STORES.ACTIVE))
          .or(
              FAVOURITES.MENU_ID.in(
                  DSL.select(MENUS.ID)
                      .from(MENUS)
                      .join(STORES)
                      .on(STORES.ID.eq(MENUS.STORE_ID))
                      .where(MENUS.ACTIVE)
                      .and(STORES.ACTIVE)));

  private final Database database;
  private final Clock clock;

  Favourites(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * @param storeId null for a dish
   * @param menuId null for a shop
   */
  public record Favourite(UUID id, UUID storeId, UUID menuId, Instant addedAt) {}

  /**
   * The newest first.
   *
   * @param kind null for both
   * @param before of a favourite, null for the first page
   */
  public List<Favourite> list(UUID userId, FavouriteKind kind, UUID before, int limit) {
    return database
        .sql()
        .select(FAVOURITES.ID, FAVOURITES.STORE_ID, FAVOURITES.MENU_ID, FAVOURITES.CREATED_AT)
        .from(FAVOURITES)
        .where(FAVOURITES.USER_ID.eq(userId))
        .and(kind == null ? noCondition() : column(kind).isNotNull())
        .and(before == null ? noCondition() : FAVOURITES.ID.lt(before))
        .and(VISIBLE)
        .orderBy(FAVOURITES.ID.desc())
        .limit(limit)
        .fetch(Records.mapping(Favourite::new));
  }

  /**
   * Again changes nothing, also when there are as many as may be.
   *
   * @throws Problem 404 when there is no such shop or dish to be seen, 409 {@code FAVOURITES_FULL}
   */
  public void add(UUID userId, FavouriteKind kind, UUID thing) {
    database.transact(
        tx -> {
          // Two that are added at once are counted one after the other.
          tx.select(USERS.ID)
              .from(USERS)
              .where(USERS.ID.eq(userId), USERS.DELETED_AT.isNull())
              .forNoKeyUpdate()
              .fetchOptional()
              .orElseThrow(Problem::notFound);
          requireVisible(tx, kind, thing);
          if (tx.fetchExists(FAVOURITES, is(userId, kind, thing))) {
            return;
          }
          if (tx.fetchCount(FAVOURITES, FAVOURITES.USER_ID.eq(userId)) >= MOST) {
            throw Problem.of(UserProblem.FAVOURITES_FULL);
          }
          tx.insertInto(FAVOURITES)
              .set(FAVOURITES.ID, UuidCreator.getTimeOrderedEpoch())
              .set(FAVOURITES.USER_ID, userId)
              .set(DSL.field(column(kind).getUnqualifiedName(), UUID.class), thing)
              .set(FAVOURITES.CREATED_AT, clock.instant())
              .execute();
        });
  }

  /** Nothing when it is none. */
  public void remove(UUID userId, FavouriteKind kind, UUID thing) {
    database.sql().deleteFrom(FAVOURITES).where(is(userId, kind, thing)).execute();
  }

  void forget(DSLContext tx, UUID userId) {
    tx.deleteFrom(FAVOURITES).where(FAVOURITES.USER_ID.eq(userId)).execute();
  }

  private static void requireVisible(DSLContext tx, FavouriteKind kind, UUID thing) {
    var shown =
        switch (kind) {
          case STORE -> DSL.selectOne().from(STORES).where(STORES.ID.eq(thing));
          case MENU ->
              DSL.selectOne()
                  .from(MENUS)
                  .join(STORES)
                  .on(STORES.ID.eq(MENUS.STORE_ID))
                  .where(MENUS.ID.eq(thing))
                  .and(MENUS.ACTIVE);
        };
    boolean visible = tx.fetchExists(shown.and(STORES.ACTIVE));
    if (!visible) {
      throw Problem.notFound();
    }
  }

  private static TableField<?, UUID> column(FavouriteKind kind) {
    return switch (kind) {
      case STORE -> FAVOURITES.STORE_ID;
      case MENU -> FAVOURITES.MENU_ID;
    };
  }

  private static Condition is(UUID userId, FavouriteKind kind, UUID thing) {
    return FAVOURITES.USER_ID.eq(userId).and(column(kind).eq(thing));
  }
}
