package com.ojeomneo.menu;

import static com.ojeomneo.menu.OpeningHoursTest.aroundTheClock;
import static com.ojeomneo.menu.OpeningHoursTest.hours;
import static com.ojeomneo.menu.OpeningHoursTest.opening;
import static com.ojeomneo.menu.OpeningHoursTest.seoul;
import static java.time.DayOfWeek.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** 1 June 2026 is a Monday. */
class StoreTest {
  private static final OpeningHours LUNCH = hours(opening(MONDAY, "11:00", "14:30"));

  @Test
  void ordersAreTakenFromOpeningUntilTheCutoff() {
    Store store = store(LUNCH, 30, 10, 10);

    assertThat(store.acceptsOrdersAt(seoul("2026-06-01T10:59:59"))).isFalse();
    assertThat(store.acceptsOrdersAt(seoul("2026-06-01T11:00"))).isTrue();
    assertThat(store.acceptsOrdersAt(seoul("2026-06-01T13:59:59.999"))).isTrue();
    assertThat(store.acceptsOrdersAt(seoul("2026-06-01T14:00"))).isFalse();
    assertThat(store.acceptsOrdersAt(seoul("2026-06-01T14:30"))).isFalse();
  }

  @Test
  void customersSeeTheSameUntilTheNextChange() {
    Store store = store(LUNCH, 30, 10, 10);

    assertThat(store.nextChange(seoul("2026-06-01T09:00"))).isEqualTo(seoul("2026-06-01T11:00"));
    assertThat(store.nextChange(seoul("2026-06-01T12:05")))
        .as("the slot at 12:20 may be had until it is 10 minutes away")
        .isEqualTo(seoul("2026-06-01T12:10:00.001"));
    assertThat(store.nextChange(seoul("2026-06-01T13:59:59"))).isEqualTo(seoul("2026-06-01T14:00"));
    assertThat(store.nextChange(seoul("2026-06-01T14:10"))).isEqualTo(seoul("2026-06-01T14:30"));
    assertThat(store.nextChange(seoul("2026-06-01T14:30"))).isEqualTo(seoul("2026-06-08T11:00"));
    assertThat(store(hours(), 30, 10, 10).nextChange(seoul("2026-06-01T12:00")))
        .isEqualTo(Instant.MAX);
  }

  @Test
  void aSessionOffersTheSlotsThatItsOrdersMayAskFor() {
    Store store = store(LUNCH, 30, 10, 15);
    Session lunch = store.sessionAt(seoul("2026-06-01T12:00")).orElseThrow();

    assertThat(store.slotsOf(lunch)).startsWith(seoul("2026-06-01T11:15"));
    assertThat(store.slotsOf(lunch)).endsWith(seoul("2026-06-01T14:30"));
    assertThat(store.slotsOf(lunch)).isEqualTo(store.slots(lunch.opensAt()));
  }

  @Test
  void aSessionThatFollowsWithoutAPauseTakesTheSlotAtMidnight() {
    Store store = store(aroundTheClock(), 30, 10, 60);
    Session monday = store.sessionAt(seoul("2026-06-01T12:00")).orElseThrow();

    assertThat(store.slotsOf(monday)).hasSize(24);
    assertThat(store.slotsOf(monday)).startsWith(seoul("2026-06-01T00:00"));
    assertThat(store.slotsOf(monday)).endsWith(seoul("2026-06-01T23:00"));
  }

  @Test
  void aBagIsHandedOutUntilTheShopCloses() {
    Store store = store(LUNCH, 30, 10, 10);

    assertThat(store.isPickupTime(seoul("2026-06-01T10:59:59"))).isFalse();
    assertThat(store.isPickupTime(seoul("2026-06-01T11:00"))).isTrue();
    assertThat(store.isPickupTime(seoul("2026-06-01T14:30"))).isTrue();
    assertThat(store.isPickupTime(seoul("2026-06-01T14:30:01"))).isFalse();
  }

  /** Every minute of two days: what is seen changes exactly where it was announced. */
  @Test
  void nothingChangesBeforeItWasAnnounced() {
    for (Store store : List.of(store(LUNCH, 30, 10, 10), store(aroundTheClock(), 30, 7, 15))) {
      Instant now = seoul("2026-06-01T00:00");
      Instant end = seoul("2026-06-03T00:00");
      while (now.isBefore(end)) {
        Instant next = store.nextChange(now);
        Instant last = next.minusMillis(1).isBefore(end) ? next.minusMillis(1) : end;
        assertThat(seen(store, last)).as("at %s, since %s", last, now).isEqualTo(seen(store, now));
        now = next;
      }
    }
  }

  private static List<?> seen(Store store, Instant at) {
    return List.of(store.sessionAt(at), store.acceptsOrdersAt(at), store.slots(at));
  }

  @Test
  void theCutoffIsNotBeforeTheOpening() {
    Store store = store(LUNCH, 1440, 10, 10);
    Session session = store.sessionAt(seoul("2026-06-01T12:00")).orElseThrow();

    assertThat(store.cutoffOf(session)).isEqualTo(session.opensAt());
    assertThat(store.acceptsOrdersAt(seoul("2026-06-01T11:00"))).isFalse();
  }

  @Test
  void aShopThatGoesOnPastMidnightHasNoLastOrderThere() {
    Store store = store(aroundTheClock(), 30, 10, 10);
    Session session = store.sessionAt(seoul("2026-06-01T12:00")).orElseThrow();

    assertThat(store.goesOn(session)).isTrue();
    assertThat(store.cutoffOf(session)).isEqualTo(seoul("2026-06-02T00:00"));
    assertThat(store.acceptsOrdersAt(seoul("2026-06-01T23:59"))).isTrue();
    assertThat(store.slots(seoul("2026-06-01T23:45")))
        .hasSize(36)
        .startsWith(seoul("2026-06-02T00:00"))
        .endsWith(seoul("2026-06-02T05:50"));
  }

  @Test
  void aPausedShopTakesNoOrdersInItsHours() {
    Store store =
        new Store(UUID.randomUUID(), "가게", "", null, true, 30, 10, 10, 20, 20, aroundTheClock());

    assertThat(store.acceptsOrdersAt(seoul("2026-06-01T12:00"))).isFalse();
    assertThat(store.slots(seoul("2026-06-01T12:00"))).isEmpty();
  }

  @Test
  void slotsBeginWhenTheKitchenCanAndEndWithTheSession() {
    Store store = store(LUNCH, 30, 10, 10);

    assertThat(store.slots(seoul("2026-06-01T13:50")))
        .containsExactly(
            seoul("2026-06-01T14:00"),
            seoul("2026-06-01T14:10"),
            seoul("2026-06-01T14:20"),
            seoul("2026-06-01T14:30"));
    assertThat(store.slots(seoul("2026-06-01T13:50:00.001"))).startsWith(seoul("2026-06-01T14:10"));
    assertThat(store.slots(seoul("2026-06-01T14:00"))).isEmpty();
    assertThat(store.slots(seoul("2026-06-01T10:00"))).isEmpty();
  }

  @Test
  void aKitchenSlowerThanTheRestOfTheSessionHasNoSlots() {
    assertThat(store(LUNCH, 0, 60, 10).slots(seoul("2026-06-01T13:45"))).isEmpty();
  }

  @Test
  void slotsStandOnTheGridOfTheDayInSeoul() {
    Store store = store(LUNCH, 30, 0, 40);

    assertThat(store.slots(seoul("2026-06-01T11:01")))
        .startsWith(seoul("2026-06-01T11:20"), seoul("2026-06-01T12:00"));
  }

  @Test
  void thereAreAtMostThirtySixSlotsEachAStepAfterTheOther() {
    Store store = store(aroundTheClock(), 30, 240, 60);
    var slots = store.slots(seoul("2026-06-01T23:59"));

    assertThat(slots).hasSize(36);
    assertThat(Duration.between(slots.getFirst(), slots.getLast())).isEqualTo(Duration.ofHours(35));
  }

  private static Store store(OpeningHours hours, int cutoff, int prep, int slot) {
    return new Store(UUID.randomUUID(), "가게", "", null, false, cutoff, prep, slot, 20, 20, hours);
  }
}
