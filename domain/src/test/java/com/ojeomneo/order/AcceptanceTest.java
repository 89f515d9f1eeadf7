package com.ojeomneo.order;

import static com.ojeomneo.order.MovableClock.seoul;
import static com.ojeomneo.schema.jooq.Tables.APP_SETTINGS;
import static com.ojeomneo.schema.jooq.enums.OrderStatus.ACCEPTED;
import static com.ojeomneo.schema.jooq.enums.OrderStatus.CANCELLED;
import static com.ojeomneo.schema.jooq.enums.OrderStatus.PAID;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.jooq.JSONB;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How long a shop has to answer is a setting. */
class AcceptanceTest {
  private static final String ACCEPT = "orders.acceptMinutes";
  private static final String ESCALATE = "orders.escalateMinutes";
  private static final MovedTime TIME = new MovedTime(TestPostgres.database("acceptance"));
  private static final Instant NOON = seoul("2026-06-01T12:00");

  private final TestShop shop = TestShop.aroundTheClock(TIME.sql());

  @BeforeEach
  void nothingWaits() {
    set(ACCEPT, "20");
    set(ESCALATE, "5");
    TIME.at(NOON.plus(Duration.ofDays(1)));
    TIME.node.progress.endForgotten();
    TIME.at(NOON);
  }

  @Test
  void withoutAnybodysDoingItIsTwentyMinutesAndFive() {
    assertThat(Acceptance.of(TIME.sql()))
        .isEqualTo(new Acceptance(Duration.ofMinutes(20), Duration.ofMinutes(5)));
  }

  @Test
  void whatIsSetHoldsForTheNextLook() {
    OrderView order = TIME.pay(TIME.place(shop, shop.dish(null)));
    TIME.at("2026-06-01T12:08").node.progress.endForgotten();
    assertThat(TIME.view(order).status()).isEqualTo(PAID);
    set(ACCEPT, "7");
    TIME.node.progress.endForgotten();
    assertThat(TIME.view(order).status()).isEqualTo(CANCELLED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "181", "-5", "7.5", "\"7\"", "null", "true", "[7]", "99999999999"})
  void whatIsNoNumberOfMinutesIsAsIfItWereNotSet(String value) {
    set(ACCEPT, value);
    set(ESCALATE, value);
    assertThat(Acceptance.of(TIME.sql()))
        .isEqualTo(new Acceptance(Duration.ofMinutes(20), Duration.ofMinutes(5)));
  }

  @Test
  void anOrderOfWhichSomebodyShouldHearIsCountedUntilItIsAnswered() {
    OrderView order = TIME.pay(TIME.place(shop, shop.dish(null)));
    assertThat(unanswered("2026-06-01T12:04:59")).isZero();
    assertThat(unanswered("2026-06-01T12:05")).isEqualTo(1);
    TIME.move(order, ACCEPTED);
    assertThat(unanswered("2026-06-01T12:06")).isZero();
  }

  @Test
  void anOrderForLaterIsWaitedForUntilItsTimeIsNear() {
    var times = new Acceptance(Duration.ofMinutes(20), Duration.ofMinutes(5));
    Instant slot = seoul("2026-06-01T15:00");
    assertThat(times.endsAt(NOON, slot)).isEqualTo(seoul("2026-06-01T14:40"));
    assertThat(times.escalatesAt(NOON, slot)).isEqualTo(seoul("2026-06-01T14:25"));
    assertThat(times.endsAt(NOON, null)).isEqualTo(seoul("2026-06-01T12:20"));

    TIME.pay(TIME.place(shop, shop.dish(null), slot));
    assertThat(unanswered("2026-06-01T14:24:59")).isZero();
    assertThat(unanswered("2026-06-01T14:25")).isEqualTo(1);
  }

  private static int unanswered(String seoul) {
    return Acceptance.unanswered(TIME.sql(), seoul(seoul));
  }

  private static void set(String key, String json) {
    TIME.sql()
        .update(APP_SETTINGS)
        .set(APP_SETTINGS.VALUE, JSONB.valueOf(json))
        .where(APP_SETTINGS.KEY.eq(key))
        .execute();
  }
}
