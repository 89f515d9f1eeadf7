package com.ojeomneo.order;

import com.github.f4b6a3.uuid.UuidCreator;
import com.ojeomneo.menu.Dish;
import com.ojeomneo.menu.Menus;
import com.ojeomneo.menu.SaleTimesText;
import com.ojeomneo.menu.Session;
import com.ojeomneo.menu.Store;
import com.ojeomneo.menu.Stores;
import com.ojeomneo.money.Won;
import com.ojeomneo.order.OrderView.Item;
import com.ojeomneo.platform.database.Database;
import com.ojeomneo.platform.problem.Problem;
import com.ojeomneo.schema.jooq.enums.OrderChannel;
import com.ojeomneo.schema.jooq.enums.OrderStatus;
import com.ojeomneo.user.Consents;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jooq.DSLContext;

/**
 * Places an order: fresh prices, opening hours, stock, slot, order, event and outbox in one
 * transaction, so that a refusal or a crash leaves nothing behind.
 */
public final class Checkout {
  /** How long an order holds its stock unpaid. */
  public static final Duration TIME_TO_PAY = Duration.ofMinutes(10);

  /** How long after it is due one that staff took waits for whoever is to collect and pay it. */
  static final Duration TIME_TO_COLLECT = Duration.ofHours(1);

  private final Database database;
  private final OrderEvents events;
  private final Clock clock;

  public Checkout(Database database, OrderEvents events, Clock clock) {
    this.database = database;
    this.events = events;
    this.clock = clock;
  }

  /**
   * @param recorder stores the answer in the same transaction
   * @throws Problem 400 for something that does not exist, 409 with the code of {@link
   *     OrderProblem} that says why the shop cannot serve it, or {@code CONSENT_REQUIRED}
   */
  public OrderView place(UUID user, PlaceOrder wish, BiConsumer<DSLContext, OrderView> recorder) {
    try {
      return database.transaction(
          tx -> {
            Consents.requireCurrent(tx, user);
            OrderView view = place(tx, wish, OrderChannel.APP, Actor.customer(user), () -> user);
            recorder.accept(tx, view);
            return view;
          });
    } catch (ArithmeticException moreThanAllMoney) {
      throw Problem.of(OrderProblem.QUANTITY_LIMIT);
    }
  }

  /**
   * What staff take is bound by what there is (opening hours, stock, places, times of sale), not by
   * what keeps the app from asking too much of a kitchen (pause, last order, most portions).
   *
   * @param customer who it is for: asked for when stock and slot are held, as locks are taken
   */
  OrderView place(
      DSLContext tx, PlaceOrder wish, OrderChannel channel, Actor actor, Supplier<UUID> customer) {
    Instant now = clock.instant();
    boolean byCustomer = channel == OrderChannel.APP;
    Store store = store(tx, wish.storeId());
    Session session = byCustomer ? requireTaking(store, now) : requireOpen(store, now);
    if (byCustomer) {
      requireQuantity(store, wish);
    }
    Map<UUID, Dish> dishes = dishes(tx, store.id(), wish.items());
    requireOnSale(dishes.values(), wish.pickupAt() == null ? now : wish.pickupAt());
    List<OrderLines.Line> lines = lines(wish.items(), dishes);
    takeStock(tx, wish.items(), dishes, session.businessDay());
    if (wish.pickupAt() != null) {
      takeSlot(tx, store, wish.pickupAt(), byCustomer ? store.slots(now) : left(store, now));
    }
    var order =
        new Order(
            UuidCreator.getTimeOrderedEpoch(),
            customer.get(),
            store.id(),
            session.businessDay(),
            OrderStatus.PENDING_PAYMENT,
            total(lines),
            wish.pickupAt(),
            null,
            byCustomer ? now.plus(TIME_TO_PAY) : collectedBy(wish.pickupAt(), now),
            channel);
    Orders.insert(tx, order, store.name(), wish.note(), now, lines);
    return events.append(tx, order, order.status().getLiteral(), actor);
  }

  private static Instant collectedBy(Instant pickupAt, Instant now) {
    return (pickupAt == null || pickupAt.isBefore(now) ? now : pickupAt).plus(TIME_TO_COLLECT);
  }

  static Store store(DSLContext tx, UUID id) {
    return Stores.find(tx, id)
        .orElseThrow(() -> Problem.invalid("storeId", "없는 가게입니다.", "There is no such shop."));
  }

  static Session requireOpen(Store store, Instant now) {
    return store.sessionAt(now).orElseThrow(() -> Problem.of(OrderProblem.STORE_CLOSED));
  }

  private static Session requireTaking(Store store, Instant now) {
    Session session = requireOpen(store, now);
    if (store.paused()) {
      throw Problem.of(OrderProblem.STORE_CLOSED);
    }
    if (!now.isBefore(store.cutoffOf(session))) {
      throw Problem.of(OrderProblem.CUTOFF_PASSED);
    }
    return session;
  }

  /** The pickup slots that staff may promise: those of this session that have not begun. */
  public static List<Instant> left(Store store, Instant now) {
    return store.sessionAt(now).map(store::slotsOf).orElse(List.of()).stream()
        .filter(at -> at.isAfter(now))
        .toList();
  }

  private static void requireQuantity(Store store, PlaceOrder wish) {
    long portions = wish.items().stream().mapToLong(PlaceOrder.Portions::quantity).sum();
    if (portions > store.maxQuantity()) {
      throw Problem.of(
          OrderProblem.QUANTITY_LIMIT,
          "한 번에 %d개까지 주문할 수 있어요.".formatted(store.maxQuantity()),
          "At most %d portions in one order.".formatted(store.maxQuantity()));
    }
  }

  static Problem soldOut(String name) {
    return Problem.of(OrderProblem.SOLD_OUT, name + " 품절", name + " is sold out.");
  }

  /** What is for sale now, at its price now, locked against nothing: the order copies it. */
  static Map<UUID, Dish> dishes(DSLContext tx, UUID store, List<PlaceOrder.Portions> items) {
    var ids = items.stream().map(PlaceOrder.Portions::menuId).collect(Collectors.toSet());
    Map<UUID, Dish> dishes = Menus.forSale(tx, store, ids);
    for (int i = 0; i < items.size(); i++) {
      Dish dish = dishes.get(items.get(i).menuId());
      if (dish == null) {
        throw Problem.invalid(
            "items[%d].menuId".formatted(i), "이 가게에 없는 메뉴입니다.", "It is not on this shop's menu.");
      }
      if (dish.soldOut()) {
        throw soldOut(dish.name());
      }
    }
    return dishes;
  }

  /**
   * When it is fetched is what counts, as the customer means it: lunch may be ordered in the
   * morning. Without a pickup slot that is as soon as possible, and what the menu shows now.
   */
  static void requireOnSale(Collection<Dish> dishes, Instant fetched) {
    for (Dish dish : dishes) {
      if (!dish.times().isOnSaleAt(fetched)) {
        throw Problem.of(
            OrderProblem.NOT_ON_SALE,
            "%s: %s에 주문할 수 있어요."
                .formatted(dish.name(), SaleTimesText.of(dish.times(), Locale.KOREAN)),
            "%s: sold %s.".formatted(dish.name(), SaleTimesText.of(dish.times(), Locale.ENGLISH)));
      }
    }
  }

  static List<OrderLines.Line> lines(List<PlaceOrder.Portions> items, Map<UUID, Dish> dishes) {
    var lines = new ArrayList<OrderLines.Line>();
    for (PlaceOrder.Portions item : items) {
      Dish dish = dishes.get(item.menuId());
      var options = ChosenOptions.of(dish, item.optionIds());
      Won each = options.stream().map(OrderView.Option::price).reduce(dish.price(), Won::plus);
      lines.add(
          new OrderLines.Line(
              new Item(
                  dish.id(),
                  dish.name(),
                  item.quantity(),
                  dish.price(),
                  options,
                  each.times(item.quantity())),
              dish.dailyLimit() != null));
    }
    return lines;
  }

  private static Won total(List<OrderLines.Line> lines) {
    return lines.stream().map(l -> l.item().amount()).reduce(Won.ZERO, Won::plus);
  }

  /**
   * In the order of menu ids: two orders for the same dishes never wait for each other in a ring.
   */
  static void takeStock(
      DSLContext tx, List<PlaceOrder.Portions> items, Map<UUID, Dish> dishes, LocalDate day) {
    Map<String, Integer> portions = new TreeMap<>();
    items.forEach(i -> portions.merge(i.menuId().toString(), i.quantity(), Integer::sum));
    portions.forEach(
        (id, quantity) -> {
          Dish dish = dishes.get(UUID.fromString(id));
          if (dish.dailyLimit() != null
              && !Stock.take(tx, dish.id(), day, dish.dailyLimit(), quantity)) {
            throw soldOut(dish.name());
          }
        });
  }

  static void takeSlot(DSLContext tx, Store store, Instant at, List<Instant> offered) {
    if (!offered.contains(at) || !Stock.takeSlot(tx, store.id(), at, store.capacityAt(at))) {
      throw Problem.of(OrderProblem.SLOT_FULL);
    }
  }
}
