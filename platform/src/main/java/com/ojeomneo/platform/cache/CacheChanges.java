package com.ojeomneo.platform.cache;

import static com.ojeomneo.schema.jooq.Tables.OUTBOX;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.ojeomneo.platform.background.BackgroundJobs;
import com.ojeomneo.platform.database.Database;
import com.ojeomneo.platform.outbox.OutboxEntry;
import com.ojeomneo.platform.outbox.OutboxFeed;
import com.ojeomneo.platform.redis.Subscription;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.jooq.Field;
import org.jooq.impl.DSL;

/**
 * Hears what changed ({@code pubsub:cache}, or the outbox itself) and makes the entries of those
 * tags useless: here at once, in Redis right after. Redis that does not answer is told when it
 * does, and until then this node does not look there for those tags.
 */
@Singleton
class CacheChanges {
  private static final Logger LOG = Logger.getLogger(CacheChanges.class);
  private static final String TOPIC = "cache";
  private static final int FEED_HAS_BEGUN = 5000;
  private static final Duration RETRY = Duration.ofSeconds(1);

  /** No entry in Redis lives longer; the outbox keeps its rows for an hour at least. */
  private static final Duration LONGEST_TIME_TO_LIVE = Duration.ofMinutes(35);

  private static final Field<String> TAG =
      DSL.field("json_array_elements_text({0} -> 'tags')", String.class, OUTBOX.PAYLOAD);

  private final Database database;
  private final Versions versions;
  private final UntoldChanges untold;
  private final SharedCache shared;
  private final ObjectMapper json;
  private final Clock clock;
  private final AtomicBoolean redisMayHaveForgotten = new AtomicBoolean();

  CacheChanges(
      Database database,
      Versions versions,
      UntoldChanges untold,
      SharedCache shared,
      ObjectMapper json,
      Clock clock) {
    this.database = database;
    this.versions = versions;
    this.untold = untold;
    this.shared = shared;
    this.json = json;
    this.clock = clock;
  }

  /** Before the first request. What is committed once the feed listens is heard, the rest read. */
  void begin(
      @Observes @Priority(FEED_HAS_BEGUN) StartupEvent start,
      OutboxFeed feed,
      Subscription subscription,
      BackgroundJobs jobs) {
    Runnable wake = jobs.every(RETRY, "cache-changes", this::tellRedis);
    feed.listen(
        TOPIC,
        entry -> {
          hear(entry);
          wake.run();
        });
    recallChanges();
    subscription.watch(
        () -> {
          versions.changed(CacheKey.ALL);
          redisMayHaveForgotten.set(true);
          wake.run();
        });
  }

  private void hear(OutboxEntry entry) {
    try {
      for (JsonNode tag : json.readTree(entry.payload()).path("tags")) {
        // First, or a read in between would take from Redis what is no longer true.
        untold.add(tag.asText());
        versions.changed(tag.asText());
      }
    } catch (JsonProcessingException e) {
      LOG.errorf("outbox %d names no tags: %s", entry.id(), e.getMessage());
      versions.changed(CacheKey.ALL);
    }
  }

  private void tellRedis() {
    if (redisMayHaveForgotten.get()) {
      recallChanges();
      redisMayHaveForgotten.set(false);
    }
    untold.tell(shared::change);
  }

  /**
   * A node that was told to forget an entry may have died before it told Redis, and a Redis that
   * took the place of another may lack the last of what that one was told.
   */
  private void recallChanges() {
    database
        .sql()
        .selectDistinct(TAG)
        .from(OUTBOX)
        .where(OUTBOX.TOPIC.eq(TOPIC))
        .and(OUTBOX.CREATED_AT.gt(clock.instant().minus(LONGEST_TIME_TO_LIVE)))
        .forEach(row -> untold.add(row.value1()));
  }
}
