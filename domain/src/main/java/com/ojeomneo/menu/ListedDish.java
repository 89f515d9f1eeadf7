package com.ojeomneo.menu;

import com.ojeomneo.money.Won;
import com.ojeomneo.platform.cache.Expiring;
import com.ojeomneo.schema.jooq.tables.records.MenusRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;

/**
 * A dish as lists read it.
 *
 * @param price what it costs at {@code moment}, KRW
 * @param nextPriceAt when that changes, null for never
 * @param moment at which PostgreSQL read it, by its own clock
 */
record ListedDish(
    MenusRecord menu,
    String categoryName,
    String categoryImage,
    int price,
    Instant nextPriceAt,
    Instant moment,
    List<SaleWindow> windows) {

  /** As customers see them, until the clock changes one of them. */
  static Expiring<List<MenuItem>> items(DSLContext sql, List<ListedDish> dishes, Instant now) {
    Map<UUID, UUID> storeByLimitedMenu =
        dishes.stream()
            .map(ListedDish::menu)
            .filter(menu -> menu.getDailyLimit() != null)
            .collect(Collectors.toMap(MenusRecord::getId, MenusRecord::getStoreId));
    Expiring<Set<UUID>> gone = DailyStock.gone(sql, storeByLimitedMenu, now);
    Instant until =
        Stream.concat(
                Stream.of(gone.until()),
                dishes.stream().flatMap(dish -> Stream.of(dish.nextPrice(now), dish.turn(now))))
            .min(Comparator.naturalOrder())
            .orElseThrow();
    return new Expiring<>(dishes.stream().map(dish -> dish.item(gone, now)).toList(), until);
  }

  /** When this node's clock shows what PostgreSQL's shows at the next price. */
  private Instant nextPrice(Instant now) {
    return nextPriceAt == null ? Instant.MAX : now.plus(Duration.between(moment, nextPriceAt));
  }

  private Instant turn(Instant now) {
    return times().nextTurn(now);
  }

  private SaleTimes times() {
    return MenuAvailability.times(menu, windows);
  }

  private MenuItem item(Expiring<Set<UUID>> gone, Instant now) {
    boolean none = menu.getSoldOut() || gone.value().contains(menu.getId());
    Instant changesAt =
        Stream.of(
                turn(now),
                nextPriceAt == null ? Instant.MAX : nextPriceAt,
                menu.getDailyLimit() == null ? Instant.MAX : gone.until())
            .min(Comparator.naturalOrder())
            .orElseThrow();
    return new MenuItem(
        menu.getId(),
        menu.getStoreId(),
        menu.getName(),
        menu.getDescription(),
        menu.getCategory(),
        categoryName,
        new Won(price),
        menu.getImageUrl() == null ? Images.url(categoryImage) : menu.getImageUrl(),
        none || !times().isOnSaleAt(now),
        List.of(menu.getTags()),
        changesAt.equals(Instant.MAX) ? null : changesAt,
        Availability.of(times(), none, now));
  }
}
