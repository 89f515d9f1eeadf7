package com.ojeomneo.user;

import static com.ojeomneo.schema.jooq.Tables.CUSTOMER_VIEWS;

import com.ojeomneo.platform.database.Database;
import com.ojeomneo.platform.secret.Token;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Records;

/**
 * The SQL of {@code customer_views}: staff who are about to see the app as a customer does. The
 * Admin begins a view, the Server takes it, once and within a minute.
 */
@Singleton
public class CustomerViews {
  private static final Duration GOOD_FOR = Duration.ofMinutes(1);

  private final Database database;
  private final Clock clock;

  CustomerViews(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Who looks, and at whose. */
  public record CustomerView(UUID staffId, UUID userId) {}

  /**
   * @return the token; what is kept is its hash
   */
  public String begin(DSLContext tx, UUID staffId, UUID userId) {
    String token = Token.make();
    tx.insertInto(CUSTOMER_VIEWS)
        .set(CUSTOMER_VIEWS.TOKEN_HASH, Token.hash(token))
        .set(CUSTOMER_VIEWS.STAFF_ID, staffId)
        .set(CUSTOMER_VIEWS.USER_ID, userId)
        .set(CUSTOMER_VIEWS.EXPIRES_AT, clock.instant().plus(GOOD_FOR))
        .execute();
    return token;
  }

  /** Empty when it was taken before, or too late. What is too late goes with it. */
  public Optional<CustomerView> take(String token) {
    Instant now = clock.instant();
    return database.transaction(
        tx -> {
          tx.deleteFrom(CUSTOMER_VIEWS).where(CUSTOMER_VIEWS.EXPIRES_AT.le(now)).execute();
          return tx.deleteFrom(CUSTOMER_VIEWS)
              .where(CUSTOMER_VIEWS.TOKEN_HASH.eq(Token.hash(token)))
              .returningResult(CUSTOMER_VIEWS.STAFF_ID, CUSTOMER_VIEWS.USER_ID)
              .fetchOptional(Records.mapping(CustomerView::new));
        });
  }
}
