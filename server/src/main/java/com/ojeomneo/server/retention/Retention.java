package com.ojeomneo.server.retention;

import com.ojeomneo.platform.background.BackgroundJobs;
import com.ojeomneo.platform.database.Database;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jboss.logging.Logger;
import org.jooq.DSLContext;

/**
 * Ends what nobody has a reason to keep any more, a batch at a time, so that nobody waits long for
 * a lock. The rules stand in the functions of the schema, which let nothing go before its time.
 */
@Singleton
class Retention {
  private static final Logger LOG = Logger.getLogger(Retention.class);
  private static final Duration BETWEEN = Duration.ofHours(1);
  private static final int BATCH = 500;
  private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

  /** Days begin in Seoul. */
  enum Kind {
    /** Act on the Consumer Protection in Electronic Commerce, decree article 6. */
    ORDERS(Period.ofYears(5), "forget_orders"),
    /** Of accounts that were closed since: an order that was under way then has ended by now. */
    NOTES(Period.ofDays(30), "forget_notes"),
    /** Of orders that are over: whoever complains about one has its number. */
    NAMES(Period.ofDays(30), "forget_names"),
    /** A session of theirs lives 30 days at most after its last use. */
    GUESTS(Period.ofDays(90), "forget_guests"),
    /** As the orders whose movements it explains. */
    AUDIT_LOG(Period.ofYears(5), "forget_audit_log"),
    /**
     * As long as records of who had which rights (Standards of measures to ensure safety, article
     * 5).
     */
    STAFF(Period.ofYears(3), "forget_staff");

    private final Period kept;
    private final String function;

    Kind(Period kept, String function) {
      this.kept = kept;
      this.function = function;
    }

    private int forget(DSLContext tx, Instant until, int most) {
      String call = "SELECT " + function + "(?::timestamptz, ?)";
      return (Integer) tx.fetchValue(call, until.atOffset(ZoneOffset.UTC), most);
    }

    String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  private final Database database;
  private final Clock clock;
  private final MeterRegistry metrics;

  Retention(Database database, Clock clock, MeterRegistry metrics) {
    this.database = database;
    this.clock = clock;
    this.metrics = metrics;
  }

  void begin(@Observes StartupEvent start, BackgroundJobs jobs) {
    for (Kind kind : Kind.values()) {
      jobs.every(
          BETWEEN,
          kind.label() + "-forget",
          () -> {
            while (forget(kind, BATCH) == BATCH && !jobs.isStopping()) {
              // the next ones
            }
          });
    }
  }

  /**
   * @return how many went; fewer than {@code most} when there are no more
   */
  int forget(Kind kind, int most) {
    Instant until = clock.instant().atZone(SEOUL).minus(kind.kept).toInstant();
    int gone = database.transaction(tx -> kind.forget(tx, until, most));
    metrics.counter("ojeomneo_retention_forgotten", "what", kind.label()).increment(gone);
    if (gone > 0) {
      LOG.infof("%d of %s had their time and are gone", gone, kind.label());
    }
    return gone;
  }
}
