package com.ojeomneo.drills;

import com.fasterxml.jackson.databind.JsonNode;
import com.ojeomneo.drills.Api.Answer;
import com.ojeomneo.drills.Shops.Shop;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * One customer with an app and a ledger: places orders, pays them, changes their mind. Each act is
 * repeated until it is answered, and every final answer goes into the ledger.
 */
final class Customer {
  private static final int OK = 200;
  private static final int CREATED = 201;
  private static final int PAYMENT_REQUIRED = 402;
  private static final int CONFLICT = 409;

  private final String name;
  private final Api api;
  private final Insistence insistence;
  private final Counts counts;
  private final Random random;
  private final List<Told> ledger = new CopyOnWriteArrayList<>();
  private final List<String> surprises = new CopyOnWriteArrayList<>();
  private volatile String token;
  private volatile UUID id;

  Customer(String name, Api api, Insistence insistence, Counts counts, Random random) {
    this.name = name;
    this.api = api;
    this.insistence = insistence;
    this.counts = counts;
    this.random = random;
  }

  /** An order as its customer holds it: what was asked, and where to pay. */
  record Held(Told told, String key, Map<String, Object> wish, URI checkoutUrl) {}

  String name() {
    return name;
  }

  UUID id() {
    return id;
  }

  String token() {
    return token;
  }

  Api api() {
    return api;
  }

  Random random() {
    return random;
  }

  List<Told> ledger() {
    return ledger;
  }

  /** Answers that no customer should ever see. */
  List<String> surprises() {
    return surprises;
  }

  void surprised(String what) {
    surprises.add(name + ": " + what);
  }

  void enter() throws InterruptedException {
    Answer entered =
        insistence.answer(() -> api.post(null, "/auth/guest", null, Map.of("deviceId", name)));
    require(entered, CREATED, "enter as a guest");
    token = entered.body().path("accessToken").asText();
    id = UUID.fromString(entered.body().path("user").path("id").asText());
  }

  /** A shop's menu and its slots. */
  Optional<String> browse(Shop shop) throws InterruptedException {
    insistence.answer(() -> api.get(token, "/menus?storeId=" + shop.id()));
    Answer store = insistence.answer(() -> api.get(token, "/stores/" + shop.id()));
    var slots = new ArrayList<String>();
    store.body().path("slots").forEach(slot -> slots.add(slot.path("at").asText()));
    // Everybody wants the first ones.
    return slots.isEmpty()
        ? Optional.empty()
        : Optional.of(slots.get(random.nextInt(Math.min(3, slots.size()))));
  }

  /** One or two dishes of the shop, some of them nearly sold out. */
  Map<String, Object> wish(Shop shop, Optional<String> pickupAt) {
    var items = new ArrayList<Map<String, Object>>();
    for (int i = random.nextInt(3) == 0 ? 2 : 1; i > 0; i--) {
      UUID dish = shop.dishes().get(random.nextInt(shop.dishes().size()));
      items.add(Map.of("menuId", dish.toString(), "quantity", 1 + random.nextInt(2)));
    }
    var wish = new HashMap<String, Object>();
    wish.put("storeId", shop.id().toString());
    wish.put("items", items);
    pickupAt.ifPresent(at -> wish.put("pickupAt", at));
    return wish;
  }

  /** Empty when the shop cannot serve it. Asked twice with one key it is one order. */
  Optional<Held> place(Map<String, Object> wish, String key) throws InterruptedException {
    Answer answer = insistence.answer(() -> api.post(token, "/orders", key, wish));
    if (answer.status() == CONFLICT && List.of("SOLD_OUT", "SLOT_FULL").contains(answer.code())) {
      counts.soldOut.increment();
      return Optional.empty();
    }
    require(answer, CREATED, "place an order");
    JsonNode order = answer.body();
    UUID placed = UUID.fromString(order.path("id").asText());
    Told told = told(placed, order.path("totalAmount").asInt());
    URI checkout = URI.create(order.path("payment").path("checkoutUrl").asText());
    return Optional.of(new Held(told, key, wish, checkout));
  }

  private synchronized Told told(UUID order, int total) {
    return ledger.stream()
        .filter(known -> known.order().equals(order))
        .findFirst()
        .orElseGet(
            () -> {
              var told = new Told(order, total);
              ledger.add(told);
              counts.placed.increment();
              return told;
            });
  }

  /** At the provider's page; empty when it says that the order is paid already. */
  Optional<String> authenticate(Held held, String card) throws InterruptedException {
    var page = new CheckoutPage(api.http(), held.checkoutUrl());
    return insistence.reach(() -> page.approve(card));
  }

  void decline(Held held) throws InterruptedException {
    var page = new CheckoutPage(api.http(), held.checkoutUrl());
    insistence.reach(
        () -> {
          page.decline();
          return null;
        });
  }

  /**
   * @return whether the order counts as paid with it
   */
  boolean pay(Held held, String paymentKey, String key) throws InterruptedException {
    var wish = Map.of("paymentKey", paymentKey, "amount", held.told().total());
    String path = "/orders/%s/payment".formatted(held.told().order());
    Answer answer = insistence.answer(() -> api.post(token, path, key, wish));
    switch (answer.status()) {
      case OK -> {
        held.told().paidWith(paymentKey);
        held.told().isNow(answer.body().path("status").asText());
        counts.paid.increment();
        return true;
      }
      case PAYMENT_REQUIRED -> {
        held.told().declinedWith(paymentKey);
        counts.declined.increment();
      }
      case CONFLICT -> counts.tooLate.increment();
      default -> surprised("pay %s: %s".formatted(held.told().order(), answer));
    }
    return false;
  }

  void cancel(Held held, String key) throws InterruptedException {
    String path = "/orders/%s/cancellation".formatted(held.told().order());
    Answer answer =
        insistence.answer(() -> api.post(token, path, key, Map.of("reason", "마음이 바뀌었어요")));
    if (answer.status() == OK) {
      held.told().wasCancelled();
      held.told().isNow(answer.body().path("status").asText());
      counts.cancelled.increment();
    } else if (answer.status() != CONFLICT) {
      surprised("cancel %s: %s".formatted(held.told().order(), answer));
    }
  }

  /** An old request once more: it is the same order, not another one. */
  void replay(Held held) throws InterruptedException {
    counts.replays.increment();
    Optional<Held> again = place(held.wish(), held.key());
    if (again.isEmpty() || !again.get().told().order().equals(held.told().order())) {
      surprised("the repeat of order %s came to another".formatted(held.told().order()));
    }
  }

  /** The last look, when all is quiet: each order, and the list of all. */
  void look() throws InterruptedException {
    for (Told told : ledger) {
      look(told);
    }
    var listed = new ArrayList<String>();
    String cursor = "";
    do {
      String page = "/orders?limit=100" + (cursor.isEmpty() ? "" : "&cursor=" + cursor);
      Answer orders = insistence.answer(() -> api.get(token, page));
      require(orders, OK, "list the orders");
      orders.body().path("items").forEach(order -> listed.add(order.path("id").asText()));
      cursor = orders.body().path("nextCursor").asText("").replace("null", "");
    } while (!cursor.isEmpty());
    var known = ledger.stream().map(told -> told.order().toString()).sorted().toList();
    if (!listed.stream().sorted().toList().equals(known)) {
      surprised("is shown the orders %s, knows %s".formatted(listed, known));
    }
  }

  void look(Told told) throws InterruptedException {
    Answer order = insistence.answer(() -> api.get(token, "/orders/" + told.order()));
    require(order, OK, "look at order " + told.order());
    told.isNow(order.body().path("status").asText());
  }

  private void require(Answer answer, int status, String what) {
    if (answer.status() != status) {
      surprised(what + ": " + answer);
      throw new IllegalStateException(what + ": " + answer);
    }
  }
}
