package com.ojeomneo.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.ojeomneo.platform.database.Database;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever writes, and with whatever tool: the transaction says which answers it made untrue. */
@QuarkusTest
@WithTestResource(TestStack.class)
class CacheEventsTest {
  private static final String MENU = "$menu";
  private static final String STORE = "$store";
  private static final String TXID = "pg_current_xact_id()::text::bigint";

  static Stream<Arguments> changes() {
    List<String> dish = List.of("menu:" + MENU, "menus", "menus:" + STORE);
    List<String> shop =
        List.of("menu:" + MENU, "menus", "menus:" + STORE, "store:" + STORE, "stores");
    List<String> options = List.of("menu:" + MENU);
    List<String> slots = List.of("store:" + STORE, "stores");
    List<String> config = List.of("config");
    return Stream.of(
        Arguments.of("UPDATE menus SET price = 5000 WHERE id = '$menu'", dish),
        Arguments.of("UPDATE menus SET active = false WHERE id = '$menu'", dish),
        Arguments.of(
            "INSERT INTO menu_prices VALUES ('$menu', now() + interval '1 day', 7000)", dish),
        Arguments.of(
            "INSERT INTO menu_availability VALUES (gen_random_uuid(), '$menu', '{1}', '11:00', '14:00', 1)",
            dish),
        Arguments.of("UPDATE stores SET paused = true WHERE id = '$store'", shop),
        Arguments.of("DELETE FROM store_hours WHERE store_id = '$store'", shop),
        Arguments.of(
            "INSERT INTO store_closures VALUES ('$store', '2026-01-01', '2026-01-02')", shop),
        Arguments.of(
            "INSERT INTO store_days VALUES (gen_random_uuid(), '$store', '2026-01-01', 0, 0)",
            shop),
        Arguments.of("UPDATE store_days SET slot_capacity = 1 WHERE store_id = '$store'", shop),
        Arguments.of(
            "DELETE FROM store_day_hours h USING store_days d WHERE d.id = h.day_id AND d.store_id = '$store'",
            shop),
        Arguments.of("DELETE FROM store_days WHERE store_id = '$store'", shop),
        Arguments.of(
            "INSERT INTO option_groups VALUES (gen_random_uuid(), '$menu', '맵기', 0, 1, 9)",
            options),
        Arguments.of("UPDATE option_groups SET name = '양' WHERE menu_id = '$menu'", options),
        Arguments.of("UPDATE options SET sold_out = true WHERE group_id = '$group'", options),
        Arguments.of("DELETE FROM options WHERE group_id = '$group'", options),
        Arguments.of("INSERT INTO daily_stock VALUES ('$menu', '2026-01-01', 0)", dish),
        Arguments.of("INSERT INTO daily_stock VALUES ('$menu', '2026-01-01', 1)", List.of()),
        Arguments.of("UPDATE daily_stock SET remaining = 0 WHERE menu_id = '$menu'", dish),
        Arguments.of("UPDATE daily_stock SET remaining = 1 WHERE menu_id = '$menu'", List.of()),
        Arguments.of("INSERT INTO pickup_slots VALUES ('$store', now(), 1)", slots),
        Arguments.of("INSERT INTO menu_categories VALUES ('new', '새것', 1)", List.of("all")),
        Arguments.of("INSERT INTO feature_flags (key, enabled) VALUES ('new', true)", config),
        Arguments.of("INSERT INTO app_settings (key, value) VALUES ('new', '1')", config),
        Arguments.of("UPDATE app_versions SET min_version = '1.0'", config),
        Arguments.of(
            "INSERT INTO notices VALUES (gen_random_uuid(), '공지', '', now(), null)", config),
        Arguments.of("UPDATE menus SET price = 5000 WHERE false", List.of()));
  }

  @ParameterizedTest
  @MethodSource("changes")
  void aChangeNamesTheAnswersItMadeUntrue(String statement, List<String> tags) {
    Dish dish = dish();
    assertThat(tagsOf(owner(), filled(statement, dish)))
        .containsExactlyInAnyOrderElementsOf(tags.stream().map(t -> filled(t, dish)).toList());
  }

  @Test
  void aDishThatMovesIsNewsForBothShops() {
    Dish dish = dish();
    Shop other = Shop.open();
    String move =
        "UPDATE menus SET store_id = '%s' WHERE id = '%s'".formatted(other.id(), dish.id());

    assertThat(tagsOf(owner(), move))
        .contains("menus:" + other.id(), "menus:" + dish.shop().id(), "menu:" + dish.id());
  }

  @Test
  void oneStatementIsOneEventHoweverManyRowsItChanges() {
    Shop shop = Shop.open();
    for (int i = 0; i < 20; i++) {
      shop.dish("메뉴 " + i, 4000);
    }
    var events =
        rolledBack(
            owner(),
            "UPDATE menus SET price = 5000 WHERE store_id = '%s'".formatted(shop.id()),
            tx -> tx.fetchCount(tx.selectFrom("outbox").where("txid = " + TXID)));
    assertThat(events).isOne();
  }

  /** Admin may write the catalogue, and to the outbox nothing of its own. */
  @Test
  void whatAdminChangesIsAnnouncedThoughItMayNotWriteTheOutbox() {
    Dish dish = dish();
    var admin = new Database(TestStack.as("ojeomneo_admin"));

    assertThat(tagsOf(admin, filled("UPDATE menus SET sold_out = true WHERE id = '$menu'", dish)))
        .contains("menu:" + dish.id());
    assertThat(refused(admin, "SELECT announce_cache_change('{all}')")).isTrue();
  }

  private static List<String> tagsOf(Database writer, String statement) {
    return rolledBack(
        writer,
        statement,
        tx ->
            tx.fetch(
                    "SELECT json_array_elements_text(payload -> 'tags') FROM outbox WHERE topic = 'cache' AND txid = "
                        + TXID)
                .map(row -> row.get(0, String.class)));
  }

  private static boolean refused(Database writer, String statement) {
    try {
      writer.sql().execute(statement);
      return false;
    } catch (DataAccessException e) {
      return e.sqlState().equals("42501");
    }
  }

  private static final class RolledBack extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Object seen;

    RolledBack(Object seen) {
      this.seen = seen;
    }
  }

  @SuppressWarnings("unchecked")
  private static <T> T rolledBack(Database writer, String statement, Function<DSLContext, T> look) {
    try {
      writer.transact(
          tx -> {
            tx.execute(statement);
            throw new RolledBack(look.apply(tx));
          });
      throw new AssertionError("committed");
    } catch (RolledBack e) {
      return (T) e.seen;
    }
  }

  private static Dish dish() {
    return Shop.open()
        .specialDay(LocalDate.of(2026, 1, 2), 0, 5, "11:00", "12:00")
        .dish("비빔밥", 9000)
        .remaining(5)
        .withOptionGroup(0, 1, Dish.Option.of("계란", 1000));
  }

  private static String filled(String text, Dish dish) {
    return text.replace("$group", group(dish))
        .replace("$menu", dish.id().toString())
        .replace("$store", dish.shop().id().toString());
  }

  private static String group(Dish dish) {
    return owner()
        .sql()
        .fetchSingle("SELECT id FROM option_groups WHERE menu_id = ?", dish.id())
        .get(0, String.class);
  }

  private static Database owner() {
    return new Database(TestStack.owner());
  }
}
