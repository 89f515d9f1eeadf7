package com.ojeomneo.order;

import static com.ojeomneo.schema.jooq.Tables.MENUS;
import static com.ojeomneo.schema.jooq.Tables.MENU_PRICES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.ojeomneo.menu.MenuPrices;
import com.ojeomneo.menu.Menus;
import com.ojeomneo.money.Won;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.Test;

/** What a dish costs is what the last of its prices says that has begun by PostgreSQL's clock. */
class PriceFromATimeTest {
  private final MovedTime time = new MovedTime();
  private final TestShop shop = TestShop.aroundTheClock(time.sql());
  private final UUID dish = shop.dish(null);

  @Test
  void aPriceHoldsFromItsVeryMicrosecondOn() {
    time.node.database.transact(
        tx -> {
          plan(tx, "now() + interval '1 microsecond'", 12_000);
          assertThat(priceOf(tx)).isEqualTo(9_000);
          plan(tx, "now()", 11_000);
          assertThat(priceOf(tx)).isEqualTo(11_000);
          plan(tx, "now() - interval '1 microsecond'", 10_000);
          assertThat(priceOf(tx)).isEqualTo(11_000);
        });
  }

  @Test
  void twoNodesWhoseClocksAreWrongChargeTheSame() {
    Instant now = Instant.now();
    Node behind = node(now.minus(Duration.ofHours(1)));
    Node ahead = node(now.plus(Duration.ofHours(1)));
    plan(time.sql(), "now() + interval '30 minutes'", 12_000);
    plan(time.sql(), "now() - interval '30 minutes'", 8_000);
    for (Node node : List.of(behind, ahead)) {
      assertThat(place(node).totalAmount()).isEqualTo(new Won(8_000));
    }
  }

  /** With each order the moment at which its transaction began. */
  @Test
  void whoOrdersWhileThePriceTurnsPaysWhatItCostAtTheirMoment() throws Exception {
    Instant turn =
        time.sql()
            .fetchSingle("SELECT date_trunc('milliseconds', now()) + interval '700 milliseconds'")
            .get(0, OffsetDateTime.class)
            .toInstant();
    time.sql()
        .insertInto(MENU_PRICES, MENU_PRICES.MENU_ID, MENU_PRICES.EFFECTIVE_FROM, MENU_PRICES.PRICE)
        .values(dish, turn, 12_000)
        .execute();
    record Sale(Instant at, Won price) {}
    var sales = new ConcurrentLinkedQueue<Sale>();
    Callable<Void> customer =
        () -> {
          Instant until = turn.plusMillis(400);
          UUID user = TestShop.customer(time.sql());
          Instant at;
          do {
            var moment = new Instant[1];
            OrderView order =
                time.node.checkout.place(user, wish(), (tx, view) -> moment[0] = moment(tx));
            at = moment[0];
            sales.add(new Sale(at, order.totalAmount()));
          } while (at.isBefore(until));
          return null;
        };
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Void>> customers =
          IntStream.range(0, 4).mapToObj(i -> threads.submit(customer)).toList();
      for (Future<Void> each : customers) {
        each.get();
      }
    }
    assertThat(sales)
        .allSatisfy(
            sale ->
                assertThat(sale.price())
                    .isEqualTo(new Won(sale.at().isBefore(turn) ? 9_000 : 12_000)))
        .extracting(Sale::price)
        .contains(new Won(9_000), new Won(12_000));
  }

  @Test
  void aPriceSetByHandHoldsUntilThePlannedOneAndWhatWasIsHistory() {
    plan(time.sql(), "now() + interval '1 hour'", 12_000);
    setByHand(9_500);
    assertThat(place(time.node).totalAmount()).isEqualTo(new Won(9_500));
    assertThat(history()).containsExactly(9_000, 9_500, 12_000);
    setByHand(9_700);
    assertThat(history()).containsExactly(9_000, 9_500, 9_700, 12_000);
  }

  @Test
  void whatBeganIsCarriedOverToTheDishOnceAndIsNoNewPrice() {
    plan(time.sql(), "now() - interval '1 minute'", 12_000);
    assertThat(onTheDish()).isEqualTo(9_000);
    time.node.database.transact(MenuPrices::carryOver);
    assertThat(onTheDish()).isEqualTo(12_000);
    assertThat(history()).containsExactly(9_000, 12_000);
    assertThat(version()).isEqualTo(2);
    time.node.database.transact(MenuPrices::carryOver);
    assertThat(version()).isEqualTo(2);
  }

  /** As whoever edits the dish has not seen. */
  @Test
  void nobodySetsAPriceOverOneThatHasJustBegun() {
    plan(time.sql(), "now() - interval '1 second'", 12_000);
    assertThatThrownBy(() -> setByHand(9_900)).hasMessageContaining("the price has just changed");
    assertThat(place(time.node).totalAmount()).isEqualTo(new Won(12_000));
    time.node.database.transact(MenuPrices::carryOver);
    setByHand(9_900);
    assertThat(place(time.node).totalAmount()).isEqualTo(new Won(9_900));
  }

  @Test
  void whatHasBegunIsNeitherAddedNorChangedNorRemoved() {
    plan(time.sql(), "now() - interval '1 minute'", 8_000);
    plan(time.sql(), "now() + interval '1 hour'", 12_000);
    for (String deed :
        List.of(
            "INSERT INTO menu_prices VALUES ('%s', now() - interval '1 day', 100)",
            "UPDATE menu_prices SET price = 100 WHERE menu_id = '%s' AND effective_from < now()",
            "UPDATE menu_prices SET effective_from = now() WHERE menu_id = '%s' AND effective_from > now()",
            "DELETE FROM menu_prices WHERE menu_id = '%s'")) {
      assertThatThrownBy(() -> time.sql().execute(deed.formatted(dish)))
          .as(deed)
          .isInstanceOf(DataAccessException.class)
          .hasMessageContaining("is history");
    }
    assertThat(history()).containsExactly(8_000, 12_000);
    time.sql().execute("DELETE FROM menus WHERE id = '%s'".formatted(dish));
    assertThat(history()).isEmpty();
  }

  @Test
  void aListSaysThePriceOfNowAndWhenItChanges() {
    plan(time.sql(), "now() - interval '1 minute'", 8_000);
    Instant next = plan(time.sql(), "now() + interval '1 hour'", 12_000);
    Instant clock = Instant.parse("2026-01-01T00:00:00Z");
    var found = Menus.find(time.sql(), dish, clock).orElseThrow();
    assertThat(found.value().item())
        .extracting("price", "changesAt")
        .isEqualTo(tuple(new Won(8_000), next).toList());
    // By the clock of the node, however wrong: as long from now as PostgreSQL says.
    assertThat(Duration.between(clock, found.until()))
        .isBetween(Duration.ofMinutes(59), Duration.ofHours(1));
  }

  private OrderView place(Node node) {
    return node.checkout.place(TestShop.customer(time.sql()), wish(), (tx, view) -> {});
  }

  private PlaceOrder wish() {
    return new PlaceOrder(
        shop.id(), null, List.of(new PlaceOrder.Portions(dish, 1, List.of())), null);
  }

  private static Node node(Instant now) {
    return new MovedTime().at(now).node;
  }

  /** Past the rule that nothing is planned for the past. */
  private Instant plan(DSLContext sql, String from, int price) {
    return sql.transactionResult(
        nested -> {
          DSLContext tx = nested.dsl();
          tx.execute("SET LOCAL session_replication_role = replica");
          Instant at =
              tx.fetchSingle(
                      "INSERT INTO menu_prices (menu_id, effective_from, price) VALUES ('%s', %s, %d) RETURNING effective_from"
                          .formatted(dish, from, price))
                  .get(0, OffsetDateTime.class)
                  .toInstant();
          tx.execute("SET LOCAL session_replication_role = origin");
          return at;
        });
  }

  private int priceOf(DSLContext tx) {
    return Menus.forSale(tx, shop.id(), List.of(dish)).get(dish).price().amount();
  }

  private static Instant moment(DSLContext tx) {
    return tx.fetchSingle("SELECT now()").get(0, OffsetDateTime.class).toInstant();
  }

  private void setByHand(int price) {
    time.sql().update(MENUS).set(MENUS.PRICE, price).where(MENUS.ID.eq(dish)).execute();
  }

  private List<Integer> history() {
    return time.sql()
        .select(MENU_PRICES.PRICE)
        .from(MENU_PRICES)
        .where(MENU_PRICES.MENU_ID.eq(dish))
        .orderBy(MENU_PRICES.EFFECTIVE_FROM)
        .fetch(MENU_PRICES.PRICE);
  }

  private int onTheDish() {
    return time.sql().fetchValue(MENUS.PRICE, MENUS.ID.eq(dish));
  }

  private int version() {
    return time.sql().fetchValue(MENUS.VERSION, MENUS.ID.eq(dish));
  }
}
