package com.ojeomneo.order;

import static com.ojeomneo.order.MovableClock.seoul;
import static com.ojeomneo.order.MovedTime.assertRefused;
import static com.ojeomneo.order.OrderProblem.NOT_ON_SALE;
import static com.ojeomneo.order.OrderProblem.SOLD_OUT;
import static com.ojeomneo.schema.jooq.Tables.MENUS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ojeomneo.menu.MenuItem;
import com.ojeomneo.menu.Menus;
import com.ojeomneo.platform.cache.Expiring;
import com.ojeomneo.platform.problem.Problem;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is sold at times is ordered for those times only. 1 June is a Monday. */
class SoldAtTimesTest {
  private final MovedTime time = new MovedTime();
  private final TestShop shop = TestShop.aroundTheClock(time.sql());
  private final UUID lunch = shop.soldAt(shop.dish(null), "1,2,3,4,5", "11:00", "14:00");

  @Test
  void lunchIsOrderedAtLunch() {
    assertRefused(NOT_ON_SALE, () -> time.at("2026-06-01T10:59:59.999").place(shop, lunch));
    assertThat(time.at("2026-06-01T11:00").place(shop, lunch).number()).isNotNull();
    assertThat(time.at("2026-06-01T13:59:59.999").place(shop, lunch).number()).isNotNull();
    assertRefused(NOT_ON_SALE, () -> time.at("2026-06-01T14:00").place(shop, lunch));
    assertRefused(NOT_ON_SALE, () -> time.at("2026-06-06T12:00").place(shop, lunch));
  }

  @Test
  void whoFetchesItAtLunchMayOrderInTheMorningAndNobodyForTheAfternoon() {
    time.at("2026-06-01T10:00");
    assertThat(time.place(shop, lunch, seoul("2026-06-01T11:00")).pickupAt())
        .isEqualTo(seoul("2026-06-01T11:00"));
    assertRefused(NOT_ON_SALE, () -> time.place(shop, lunch, seoul("2026-06-01T10:50")));
    time.at("2026-06-01T13:30");
    assertRefused(NOT_ON_SALE, () -> time.place(shop, lunch, seoul("2026-06-01T14:00")));
    assertThat(time.place(shop, lunch).pickupAt()).isNull();
  }

  @Test
  void aNightDishIsSoldAfterMidnightToo() {
    UUID night = shop.soldAt(shop.dish(null), "1", "22:00", "02:00");
    assertThat(time.at("2026-06-02T01:59:59.999").place(shop, night).number()).isNotNull();
    assertRefused(NOT_ON_SALE, () -> time.at("2026-06-02T02:00").place(shop, night));
    assertRefused(NOT_ON_SALE, () -> time.at("2026-06-02T23:00").place(shop, night));
  }

  @Test
  void aSeasonBeginsAndEndsAtMidnight() {
    UUID summer = shop.dish(null);
    time.sql()
        .update(MENUS)
        .set(MENUS.SOLD_FROM, LocalDate.parse("2026-06-02"))
        .set(MENUS.SOLD_UNTIL, LocalDate.parse("2026-06-02"))
        .where(MENUS.ID.eq(summer))
        .execute();
    assertRefused(NOT_ON_SALE, () -> time.at("2026-06-01T23:59:59.999").place(shop, summer));
    assertThat(time.at("2026-06-02T00:00").place(shop, summer).number()).isNotNull();
    assertRefused(NOT_ON_SALE, () -> time.at("2026-06-03T00:00").place(shop, summer));
  }

  @Test
  void theRefusalSaysWhenItIsSold() {
    time.at("2026-06-01T15:00");
    assertThatThrownBy(() -> time.place(shop, lunch))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> {
              assertThat(problem.detail().orElseThrow()).contains("월–금 11:00–14:00");
              assertThat(problem.detailInEnglish().orElseThrow()).contains("Mon–Fri 11:00–14:00");
            });
  }

  @Test
  void whatIsGoneIsGoneAtAnyTime() {
    time.sql().update(MENUS).set(MENUS.SOLD_OUT, true).where(MENUS.ID.eq(lunch)).execute();
    assertRefused(SOLD_OUT, () -> time.at("2026-06-01T15:00").place(shop, lunch));
  }

  /** Also for whoever knows nothing of times, it is none to be had. */
  @Test
  void listsSayThatItIsNotSoldNowAndWhenItIsUntilThatChanges() {
    Expiring<MenuItem> morning = seen("2026-06-01T10:00");
    assertThat(morning.until()).isEqualTo(seoul("2026-06-01T11:00"));
    assertThat(morning.value().soldOut()).isTrue();
    assertThat(morning.value().changesAt()).isEqualTo(seoul("2026-06-01T11:00"));
    assertThat(morning.value().availability())
        .extracting("now", "soldOut", "nextAt")
        .containsExactly(false, false, seoul("2026-06-01T11:00"));
    Expiring<MenuItem> noon = seen("2026-06-01T12:00");
    assertThat(noon.until()).isEqualTo(seoul("2026-06-01T14:00"));
    assertThat(noon.value().soldOut()).isFalse();
    assertThat(noon.value().availability())
        .extracting("now", "soldOut", "nextAt")
        .containsExactly(true, false, null);
    MenuItem always =
        Menus.find(time.sql(), shop.dish(null), seoul("2026-06-01T12:00"))
            .orElseThrow()
            .value()
            .item();
    assertThat(always.availability()).isNull();
    assertThat(always.changesAt()).isNull();
  }

  private Expiring<MenuItem> seen(String at) {
    return Menus.find(time.sql(), lunch, seoul(at)).orElseThrow().map(dish -> dish.item());
  }
}
