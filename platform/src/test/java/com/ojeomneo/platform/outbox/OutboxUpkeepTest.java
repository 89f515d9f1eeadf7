package com.ojeomneo.platform.outbox;

import static com.ojeomneo.schema.jooq.Tables.OUTBOX;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jooq.JSON;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OutboxUpkeepTest {
  private static TestOutbox outbox;

  private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
  private final OutboxUpkeep upkeep = new OutboxUpkeep(outbox.writer(), Clock.systemUTC(), metrics);

  @BeforeAll
  static void start() {
    outbox = new TestOutbox();
  }

  @AfterAll
  static void stop() {
    outbox.close();
  }

  @BeforeEach
  void empty() {
    outbox.empty();
  }

  @Test
  void whatRedisHasIsKeptForAnHour() {
    entry(1, Duration.ofMinutes(59), true);
    entry(2, Duration.ofMinutes(61), true);
    upkeep.forgetOld();
    assertThat(kept()).containsExactly(1);
    assertThat(metrics.counter("ojeomneo_outbox_dropped").count()).isZero();
  }

  @Test
  void whatRedisHasNotIsKeptForADayAndThenMissed() {
    entry(1, Duration.ofHours(23), false);
    entry(2, Duration.ofHours(25), false);
    upkeep.forgetOld();
    assertThat(kept()).containsExactly(1);
    assertThat(metrics.counter("ojeomneo_outbox_dropped").count()).isEqualTo(1);
  }

  @Test
  void whatWaitsAndHowLongIsShown() {
    entry(1, Duration.ofSeconds(90), true);
    entry(2, Duration.ofSeconds(60), false);
    entry(3, Duration.ofSeconds(30), false);
    upkeep.measure();
    assertThat(metrics.get("ojeomneo_outbox_unpublished").gauge().value()).isEqualTo(2);
    assertThat(metrics.get("ojeomneo_outbox_oldest_seconds").gauge().value())
        .isCloseTo(60, within(5.0));
    outbox.empty();
    upkeep.measure();
    assertThat(metrics.get("ojeomneo_outbox_unpublished").gauge().value()).isZero();
    assertThat(metrics.get("ojeomneo_outbox_oldest_seconds").gauge().value()).isZero();
  }

  private static void entry(int n, Duration age, boolean published) {
    Instant at = Instant.now().minus(age);
    outbox
        .writer()
        .sql()
        .insertInto(OUTBOX)
        .set(OUTBOX.TOPIC, TestOutbox.TOPIC)
        .set(OUTBOX.PAYLOAD, JSON.json(TestOutbox.payload(n)))
        .set(OUTBOX.CREATED_AT, at)
        .set(OUTBOX.PUBLISHED_AT, published ? at : null)
        .execute();
  }

  private static List<Integer> kept() {
    return outbox
        .writer()
        .sql()
        .select(OUTBOX.PAYLOAD)
        .from(OUTBOX)
        .fetch(row -> TestOutbox.n(row.value1().data()));
  }
}
