package com.ojeomneo.user;

import static com.ojeomneo.schema.jooq.Tables.ORDERS;
import static com.ojeomneo.schema.jooq.Tables.PAYMENTS;
import static com.ojeomneo.schema.jooq.Tables.RETAINED_ACCOUNTS;
import static com.ojeomneo.schema.jooq.Tables.USERS;

import com.ojeomneo.platform.background.BackgroundJobs;
import com.ojeomneo.platform.database.Database;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/**
 * The SQL of {@code retained_accounts}: whose the paid orders of a closed account were. The law
 * wants that kept for five years (Act on the Consumer Protection in Electronic Commerce, decree
 * article 6), and kept apart (Personal Information Protection Act, article 21). No application
 * reads it.
 */
@Singleton
class RetainedAccounts {
  private static final int YEARS = 5;
  private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

  private final Database database;
  private final Clock clock;

  RetainedAccounts(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Before the account is anonymised; nothing for a guest, and for who never paid. */
  static void retain(DSLContext tx, UUID userId, Instant now) {
    Instant last =
        tx.select(DSL.max(ORDERS.CREATED_AT))
            .from(ORDERS)
            .join(PAYMENTS)
            .on(PAYMENTS.ORDER_ID.eq(ORDERS.ID))
            .join(USERS)
            .on(USERS.ID.eq(ORDERS.USER_ID))
            .where(ORDERS.USER_ID.eq(userId))
            .andNot(USERS.GUEST)
            .and(USERS.DELETED_AT.isNull())
            .fetchSingle()
            .value1();
    Instant end = last == null ? now : last.atZone(SEOUL).plusYears(YEARS).toInstant();
    if (!end.isAfter(now)) {
      return;
    }
    tx.insertInto(
            RETAINED_ACCOUNTS,
            RETAINED_ACCOUNTS.USER_ID,
            RETAINED_ACCOUNTS.EMAIL,
            RETAINED_ACCOUNTS.DISPLAY_NAME,
            RETAINED_ACCOUNTS.CLOSED_AT,
            RETAINED_ACCOUNTS.KEEP_UNTIL)
        .select(
            DSL.select(USERS.ID, USERS.EMAIL, USERS.DISPLAY_NAME, DSL.val(now), DSL.val(end))
                .from(USERS)
                .where(USERS.ID.eq(userId)))
        .execute();
  }

  void begin(@Observes StartupEvent start, BackgroundJobs jobs) {
    jobs.every(Duration.ofHours(1), "retained-forget", this::forgetOld);
  }

  private void forgetOld() {
    database
        .sql()
        .deleteFrom(RETAINED_ACCOUNTS)
        .where(RETAINED_ACCOUNTS.KEEP_UNTIL.lt(clock.instant()))
        .execute();
  }
}
