package com.ojeomneo.local;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ojeomneo.local.sample.SampleData;
import com.ojeomneo.menu.Allergen;
import com.ojeomneo.menu.Choice;
import com.ojeomneo.menu.Images;
import com.ojeomneo.menu.MenuCategory;
import com.ojeomneo.menu.MenuDetail;
import com.ojeomneo.menu.MenuFilter;
import com.ojeomneo.menu.MenuItem;
import com.ojeomneo.menu.Menus;
import com.ojeomneo.menu.OptionGroup;
import com.ojeomneo.menu.Store;
import com.ojeomneo.menu.Stores;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleDataTest {
  private static final Instant MONDAY =
      ZonedDateTime.parse("2026-11-23T00:00+09:00[Asia/Seoul]").toInstant();
  private static final SampleData SAMPLES = new SampleData(Clock.systemUTC());
  private static final Set<String> DRAWN =
      Set.of("svg", "title", "g", "path", "rect", "circle", "ellipse");
  private static final List<String> TABLES =
      List.of("images", "stores", "menus", "menu_categories", "options", "app_settings", "notices");

  @TempDir private static Path folder;
  private static Stack stack;
  private static Postgres postgres;
  private static Secrets secrets;
  private static Connection connection;
  private static DSLContext sql;

  @BeforeAll
  static void load() throws Exception {
    Home home = TestHome.in(folder);
    secrets = Secrets.of(home);
    stack = new Stack(home, TestHome.quiet());
    postgres = new Postgres(home, secrets);
    postgres.start(stack);
    connection = TestDatabase.create(postgres, secrets, "loaded").connect();
    sql = DSL.using(connection, SQLDialect.POSTGRES);
    assertThat(SAMPLES.loadOnce(connection)).isPositive();
  }

  @AfterAll
  static void stop() throws Exception {
    connection.close();
    stack.stop();
  }

  @Test
  void thereIsEnoughToChooseFrom() {
    assertThat(stores()).hasSizeGreaterThanOrEqualTo(12);
    assertThat(menus()).hasSizeGreaterThanOrEqualTo(150);
    assertThat(stores())
        .allSatisfy(
            store ->
                assertThat(menus())
                    .filteredOn(menu -> menu.storeId().equals(store.id()))
                    .hasSizeGreaterThanOrEqualTo(8));
  }

  @Test
  void everyDishIsNamedDescribedAndPricedLikeLunchInSeoul() {
    assertThat(menus())
        .allSatisfy(
            menu -> {
              assertThat(menu.description()).as(menu.name()).hasSizeGreaterThanOrEqualTo(10);
              assertThat(menu.price().amount()).as(menu.name()).isBetween(2500, 25_000);
              assertThat(menu.price().amount() % 100).as(menu.name()).isZero();
            });
    assertThat(menus()).extracting(MenuItem::name).doesNotHaveDuplicates();
  }

  @Test
  void whatTheLawWantsNamedIsNamed() {
    List<MenuDetail> dishes =
        menus().stream()
            .map(menu -> Menus.find(sql, menu.id(), MONDAY).orElseThrow().value())
            .toList();
    for (var sign :
        Map.of(
                "돼지고기:", Allergen.PORK,
                "닭고기:", Allergen.CHICKEN,
                "오징어:", Allergen.SQUID,
                "고등어:", Allergen.MACKEREL,
                "새우:", Allergen.SHRIMP)
            .entrySet()) {
      assertThat(dishes)
          .filteredOn(dish -> dish.origin() != null && dish.origin().contains(sign.getKey()))
          .isNotEmpty()
          .allSatisfy(
              dish ->
                  assertThat(dish.allergens()).as(dish.item().name()).contains(sign.getValue()));
    }
    assertThat(dishes)
        .filteredOn(dish -> dish.item().category().equals("rice"))
        .allSatisfy(dish -> assertThat(dish.origin()).as(dish.item().name()).contains("쌀"));
    assertThat(dishes)
        .filteredOn(dish -> dish.item().tags().contains("채식"))
        .allSatisfy(
            dish ->
                assertThat(dish.allergens())
                    .as(dish.item().name())
                    .doesNotContain(Allergen.PORK, Allergen.BEEF, Allergen.CHICKEN));
    assertThat(dishes.stream().flatMap(dish -> dish.allergens().stream()).distinct())
        .containsExactlyInAnyOrder(Allergen.values());
  }

  @Test
  void everyCategoryAndShopHasADrawingOfItsOwnThatNeedsNothingElse() throws Exception {
    var pictures =
        Stream.concat(
                Menus.categories(sql).stream().map(MenuCategory::imageUrl),
                stores().stream().map(Store::imageUrl))
            .map(url -> url.substring(url.lastIndexOf('/') + 1))
            .toList();
    assertThat(pictures).hasSizeGreaterThanOrEqualTo(24).doesNotHaveDuplicates();
    for (String picture : pictures) {
      byte[] svg = Images.find(sql, picture).orElseThrow().bytes();
      assertThat(svg).hasSizeLessThan(6 * 1024);
      assertThat(DRAWN).containsAll(elements(svg));
      assertThat(new String(svg, StandardCharsets.UTF_8)).doesNotContain("href", "url(", "font");
    }
    assertThat(menus()).extracting(MenuItem::imageUrl).doesNotContainNull();
  }

  private static Set<String> elements(byte[] svg) throws Exception {
    var nodes =
        DocumentBuilderFactory.newDefaultInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(svg))
            .getElementsByTagName("*");
    return IntStream.range(0, nodes.getLength())
        .mapToObj(i -> nodes.item(i).getNodeName())
        .collect(Collectors.toSet());
  }

  @Test
  void everyCategoryHasDishes() {
    assertThat(menus().stream().map(MenuItem::category).collect(Collectors.toSet()))
        .containsExactlyInAnyOrderElementsOf(
            Menus.categories(sql).stream().map(MenuCategory::id).toList());
  }

  @Test
  void peopleFindWhatTheyAreHungryFor() {
    for (String dish : List.of("김치찌개", "제육", "돈까스", "쌀국수", "비빔밥", "포케", "마라", "국수", "초밥")) {
      var found = Menus.list(sql, new MenuFilter(null, null, dish), null, 100, MONDAY).value();
      assertThat(found).as(dish).isNotEmpty();
    }
  }

  @Test
  void everyOptionGroupCanBeSatisfied() {
    assertThat(groups())
        .isNotEmpty()
        .allSatisfy(
            group -> {
              assertThat(group.options()).hasSizeGreaterThanOrEqualTo(group.minChoices());
              assertThat(group.maxChoices()).isLessThanOrEqualTo(group.options().size());
              assertThat(group.options()).extracting(Choice::name).doesNotHaveDuplicates();
            });
  }

  @Test
  void someSpecialsAreLimitedADay() {
    assertThat(sql.fetchCount(DSL.table("menus"), DSL.condition("daily_limit > 0")))
        .isGreaterThanOrEqualTo(5);
  }

  @Test
  void atAnyMomentOfAWeekTwoShopsTakeOrdersForASlot() {
    var stores = stores();
    for (Instant at : everyTenMinutesOfAWeek().toList()) {
      assertThat(stores.stream().filter(store -> !store.slots(at).isEmpty()))
          .as(at.toString())
          .hasSizeGreaterThanOrEqualTo(2);
    }
  }

  @Test
  void atLunchOnAWorkdayMostShopsTakeOrders() {
    Instant lunch = MONDAY.plus(Duration.ofHours(24 + 12)); // Tuesday
    assertThat(stores().stream().filter(store -> store.acceptsOrdersAt(lunch)))
        .hasSizeGreaterThanOrEqualTo(10);
  }

  @Test
  void oneShopNeverClosesAndOneClosesAfterMidnight() {
    assertThat(stores())
        .anyMatch(store -> everyTenMinutesOfAWeek().allMatch(store::acceptsOrdersAt));
    Instant oneAtNight = MONDAY.plus(Duration.ofHours(25));
    assertThat(stores())
        .anyMatch(
            store ->
                store.acceptsOrdersAt(oneAtNight)
                    && !store.acceptsOrdersAt(oneAtNight.plus(Duration.ofHours(5))));
  }

  @Test
  void aSecondStartLoadsNothing() {
    int before = sql.fetchCount(DSL.table("menus"));
    assertThat(SAMPLES.loadOnce(connection)).isZero();
    assertThat(sql.fetchCount(DSL.table("menus"))).isEqualTo(before);
  }

  @Test
  void aLoadThatFailsAtItsLastDishLeavesNothing() throws Exception {
    try (var other = TestDatabase.create(postgres, secrets, "interrupted").connect()) {
      DSLContext empty = DSL.using(other, SQLDialect.POSTGRES);
      String last = menus().getLast().name();
      Map<String, Integer> before = counts(empty);
      empty.execute(
          "ALTER TABLE menus ADD CONSTRAINT stops_here CHECK (name <> {0})", DSL.inline(last));

      assertThatThrownBy(() -> SAMPLES.loadOnce(other)).hasMessageContaining("stops_here");

      assertThat(counts(empty)).isEqualTo(before).containsEntry("menus", 0);
      empty.execute("ALTER TABLE menus DROP CONSTRAINT stops_here");
      assertThat(SAMPLES.loadOnce(other)).isEqualTo(stores().size());
    }
  }

  private static Map<String, Integer> counts(DSLContext sql) {
    return TABLES.stream().collect(toMap(identity(), each -> sql.fetchCount(DSL.table(each))));
  }

  private static Stream<Instant> everyTenMinutesOfAWeek() {
    return Stream.iterate(MONDAY, at -> at.plus(Duration.ofMinutes(10))).limit(7 * 24 * 6);
  }

  private static List<Store> stores() {
    return Stores.list(sql, null, 100);
  }

  private static List<MenuItem> menus() {
    return Menus.list(sql, MenuFilter.ALL, null, 1000, MONDAY).value();
  }

  private static List<OptionGroup> groups() {
    return menus().stream()
        .flatMap(
            menu ->
                Menus.find(sql, menu.id(), MONDAY).orElseThrow().value().optionGroups().stream())
        .toList();
  }
}
