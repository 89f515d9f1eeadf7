package com.ojeomneo.admin.resource;

import static com.ojeomneo.schema.jooq.Tables.SAVED_VIEWS;
import static com.ojeomneo.schema.jooq.Tables.STAFF;

import com.github.f4b6a3.uuid.UuidCreator;
import com.ojeomneo.admin.resource.SavedViewEndpoint.ViewWish;
import com.ojeomneo.platform.problem.CommonProblem;
import com.ojeomneo.platform.problem.Problem;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;

/**
 * The SQL of {@code saved_views}: everybody changes their own, and sees the shared ones as well.
 */
@Singleton
class SavedViews {
  private static final int MOST = 100;
  private static final int MOST_LISTED = 500;

  private final Clock clock;

  SavedViews(Clock clock) {
    this.clock = clock;
  }

  /** One's own first, then by name. */
  List<SavedView> of(DSLContext sql, UUID reader, String resource) {
    return select(
        sql,
        reader,
        SAVED_VIEWS
            .RESOURCE
            .eq(resource)
            .and(SAVED_VIEWS.STAFF_ID.eq(reader).or(SAVED_VIEWS.SHARED.isTrue())));
  }

  /** One's own; another's is nobody's. */
  Optional<SavedView> own(DSLContext sql, UUID owner, UUID id) {
    return select(sql, owner, SAVED_VIEWS.ID.eq(id).and(SAVED_VIEWS.STAFF_ID.eq(owner))).stream()
        .findFirst();
  }

  private static List<SavedView> select(DSLContext sql, UUID reader, Condition wanted) {
    return sql.select(SAVED_VIEWS.asterisk(), STAFF.DISPLAY_NAME)
        .from(SAVED_VIEWS)
        .join(STAFF)
        .on(STAFF.ID.eq(SAVED_VIEWS.STAFF_ID))
        .where(wanted)
        .orderBy(SAVED_VIEWS.STAFF_ID.eq(reader).desc(), SAVED_VIEWS.NAME, SAVED_VIEWS.ID)
        .limit(MOST_LISTED)
        .fetch(
            row ->
                new SavedView(
                    row.get(SAVED_VIEWS.ID),
                    row.get(SAVED_VIEWS.RESOURCE),
                    row.get(SAVED_VIEWS.NAME),
                    row.get(SAVED_VIEWS.SHARED),
                    row.get(SAVED_VIEWS.STAFF_ID).equals(reader),
                    row.get(STAFF.DISPLAY_NAME),
                    row.get(SAVED_VIEWS.FILTER),
                    row.get(SAVED_VIEWS.SORT),
                    List.of(row.get(SAVED_VIEWS.COLUMNS)),
                    row.get(SAVED_VIEWS.VERSION)));
  }

  /**
   * @throws Problem 409 {@code ALREADY_THERE} for a name that they have, {@code TOO_MANY_VIEWS}
   */
  SavedView add(DSLContext tx, UUID owner, String resource, ViewWish wish) {
    if (tx.fetchCount(SAVED_VIEWS, SAVED_VIEWS.STAFF_ID.eq(owner)) >= MOST) {
      throw Problem.of(ResourceProblem.TOO_MANY_VIEWS);
    }
    UUID id = UuidCreator.getTimeOrderedEpoch();
    int added =
        tx.insertInto(SAVED_VIEWS)
            .set(SAVED_VIEWS.ID, id)
            .set(SAVED_VIEWS.STAFF_ID, owner)
            .set(SAVED_VIEWS.RESOURCE, resource)
            .set(SAVED_VIEWS.NAME, wish.name())
            .set(SAVED_VIEWS.SHARED, wish.shared())
            .set(SAVED_VIEWS.FILTER, wish.filter())
            .set(SAVED_VIEWS.SORT, wish.sort())
            .set(SAVED_VIEWS.COLUMNS, wish.columns().toArray(String[]::new))
            .set(SAVED_VIEWS.CREATED_AT, clock.instant())
            .onConflict(SAVED_VIEWS.STAFF_ID, SAVED_VIEWS.RESOURCE, SAVED_VIEWS.NAME)
            .doNothing()
            .execute();
    if (added == 0) {
      throw Problem.of(ResourceProblem.ALREADY_THERE);
    }
    return own(tx, owner, id).orElseThrow();
  }

  /**
   * @param version that the change was made on
   * @throws Problem 409 as {@link #add}; 412 when it is another by now
   */
  SavedView change(DSLContext tx, UUID owner, SavedView view, int version, ViewWish wish) {
    boolean taken =
        tx.fetchExists(
            SAVED_VIEWS,
            SAVED_VIEWS
                .STAFF_ID
                .eq(owner)
                .and(SAVED_VIEWS.RESOURCE.eq(view.resource()))
                .and(SAVED_VIEWS.NAME.eq(wish.name()))
                .and(SAVED_VIEWS.ID.ne(view.id())));
    if (taken) {
      throw Problem.of(ResourceProblem.ALREADY_THERE);
    }
    int changed =
        tx.update(SAVED_VIEWS)
            .set(SAVED_VIEWS.NAME, wish.name())
            .set(SAVED_VIEWS.SHARED, wish.shared())
            .set(SAVED_VIEWS.FILTER, wish.filter())
            .set(SAVED_VIEWS.SORT, wish.sort())
            .set(SAVED_VIEWS.COLUMNS, wish.columns().toArray(String[]::new))
            .set(SAVED_VIEWS.VERSION, SAVED_VIEWS.VERSION.plus(1))
            .where(
                SAVED_VIEWS.ID.eq(view.id()),
                SAVED_VIEWS.STAFF_ID.eq(owner),
                SAVED_VIEWS.VERSION.eq(version))
            .execute();
    if (changed == 0) {
      throw Problem.of(CommonProblem.EDITED_MEANWHILE);
    }
    return own(tx, owner, view.id()).orElseThrow();
  }

  void remove(DSLContext tx, UUID owner, UUID id) {
    tx.deleteFrom(SAVED_VIEWS)
        .where(SAVED_VIEWS.ID.eq(id), SAVED_VIEWS.STAFF_ID.eq(owner))
        .execute();
  }
}
