package com.ojeomneo.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.ojeomneo.menu.Choice;
import com.ojeomneo.menu.Menus;
import com.ojeomneo.menu.OptionGroup;
import com.ojeomneo.menu.Store;
import com.ojeomneo.menu.Stores;
import com.ojeomneo.money.Won;
import com.ojeomneo.platform.database.Database;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The shops that the tests make are what checkout reads. */
@QuarkusTest
@WithTestResource(TestStack.class)
class ShopTest {
  @Inject Database database;
  @Inject Clock clock;

  @Test
  void anOpenShopTakesOrdersAndTheOthersDoNot() {
    assertThat(store(Shop.open()).acceptsOrdersAt(clock.instant())).isTrue();
    assertThat(store(Shop.open()).slots(clock.instant())).hasSize(36);
    assertThat(store(Shop.open().paused()).acceptsOrdersAt(clock.instant())).isFalse();

    Store closed = store(Shop.open().closed());
    assertThat(closed.sessionAt(clock.instant())).isEmpty();
    assertThat(closed.hours().nextOpening(clock.instant())).isPresent();

    Store late = store(Shop.open().pastCutoff());
    assertThat(late.sessionAt(clock.instant())).isPresent();
    assertThat(late.acceptsOrdersAt(clock.instant())).isFalse();
  }

  @Test
  void anInactiveShopIsNotThere() {
    assertThat(Stores.find(database.sql(), Shop.open().inactive().id())).isEmpty();
    assertThat(Stores.find(database.sql(), UUID.randomUUID())).isEmpty();
  }

  @Test
  void forSaleIsWhatThisShopHasOnItsMenuNow() {
    Shop shop = Shop.open();
    Dish bibimbap =
        shop.dish("비빔밥", 9000)
            .dailyLimit(10)
            .withOptionGroup(1, 1, Dish.Option.of("보통", 0), Dish.Option.of("곱빼기", 2000))
            .withOptionGroup(0, 2, new Dish.Option("계란", 1000, true));
    Dish gone = shop.dish("없는 메뉴", 9000).inactive();
    Dish elsewhere = Shop.open().dish("옆집", 9000);

    var dishes =
        database.transaction(
            tx -> Menus.forSale(tx, shop.id(), List.of(bibimbap.id(), gone.id(), elsewhere.id())));

    assertThat(dishes).containsOnlyKeys(bibimbap.id());
    var dish = dishes.get(bibimbap.id());
    assertThat(dish.price()).isEqualTo(new Won(9000));
    assertThat(dish.dailyLimit()).isEqualTo(10);
    assertThat(dish.optionGroups()).extracting(OptionGroup::maxChoices).containsExactly(1, 2);
    assertThat(dish.optionGroups().getFirst().options())
        .containsExactly(
            new Choice(bibimbap.option("보통"), "보통", Won.ZERO, false),
            new Choice(bibimbap.option("곱빼기"), "곱빼기", new Won(2000), false));
    assertThat(dish.optionGroups().getLast().options()).allMatch(Choice::soldOut);
  }

  private Store store(Shop shop) {
    return Stores.find(database.sql(), shop.id()).orElseThrow();
  }
}
