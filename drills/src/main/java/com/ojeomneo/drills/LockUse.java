package com.ojeomneo.drills;

import com.ojeomneo.drills.Customer.Held;
import com.ojeomneo.drills.Shops.Shop;
import com.ojeomneo.local.LoneRedis;
import com.ojeomneo.local.books.SandboxLedger;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A payment that is sent several times at once, to both nodes, charges once. */
final class LockUse implements Use {
  private static final int OK = 200;
  private static final int ACCEPTED = 202;
  private static final Set<Integer> EXPECTED = Set.of(OK, ACCEPTED, 409);

  private final List<Side> sides;
  private final LoneRedis redis;
  private final SandboxLedger ledger;
  private final Shop shop;
  private final Customer customer;
  private final List<Held> paid = new ArrayList<>();

  LockUse(List<Side> sides, LoneRedis redis, SandboxLedger ledger, Shop shop)
      throws InterruptedException {
    this.sides = sides;
    this.redis = redis;
    this.ledger = ledger;
    this.shop = shop;
    var counts = new Counts();
    Api here = sides.getFirst().from(Side.newAddress());
    this.customer =
        new Customer("두 번 누르는 손님", here, new Insistence(counts, () -> true), counts, new Random(1));
    customer.enter();
  }

  @Override
  public String name() {
    return "잠금 · lock";
  }

  @Override
  public Trial tryOut() throws IOException, InterruptedException {
    var trial = new Trial();
    Held order = place();
    String paymentKey = customer.authenticate(order, "normal").orElseThrow();
    String key = newKey();
    Queue<Integer> answers = new ConcurrentLinkedQueue<>();
    try (var taps = new Background()) {
      for (Side side : sides) {
        for (String tap : List.of(key, newKey())) {
          taps.start(() -> answers.add(pay(side, order, paymentKey, tap)));
        }
      }
      taps.join();
    }
    trial.expect(EXPECTED.containsAll(answers), "taps are answered %s", answers);
    for (Side side : sides) {
      trial.expectSoon(
          () -> status(side, order).equals("PAID"), "%s: %s", side, status(side, order));
    }
    paid.add(order);
    return trial;
  }

  private Held place() throws InterruptedException {
    Map<String, Object> wish =
        Map.of(
            "storeId",
            shop.id().toString(),
            "items",
            List.of(Map.of("menuId", shop.dishes().getFirst().toString(), "quantity", 1)));
    return customer.place(wish, newKey()).orElseThrow();
  }

  private int pay(Side side, Held order, String paymentKey, String key)
      throws IOException, InterruptedException {
    return side.from(Side.newAddress())
        .post(
            customer.token(),
            "/orders/%s/payment".formatted(order.told().order()),
            key,
            Map.of("paymentKey", paymentKey, "amount", order.told().total()))
        .status();
  }

  private String status(Side side, Held order) throws IOException, InterruptedException {
    return side.from(Side.newAddress())
        .get(customer.token(), "/orders/" + order.told().order())
        .body()
        .path("status")
        .asText();
  }

  /** Who finds the lock taken does not pay. */
  @Override
  public boolean isThroughRedis() throws IOException, InterruptedException {
    Held order = place();
    String paymentKey = customer.authenticate(order, "normal").orElseThrow();
    String lock = "lock:order:" + order.told().order();
    redis.set(lock, "somebody else");
    boolean waits = pay(sides.getFirst(), order, paymentKey, newKey()) == ACCEPTED;
    redis.delete(lock);
    if (!waits) {
      return false;
    }
    boolean pays = pay(sides.getLast(), order, paymentKey, newKey()) == OK;
    paid.add(order);
    return pays;
  }

  @Override
  public Trial lookBack() throws IOException, InterruptedException {
    var trial = new Trial();
    List<SandboxLedger.Entry> entries = ledger.all();
    for (Held order : paid) {
      var charges =
          entries.stream()
              .filter(entry -> entry.orderId().equals(order.told().order().toString()))
              .filter(SandboxLedger.Entry::charged)
              .toList();
      Optional<Integer> balance =
          charges.size() == 1 ? Optional.of(charges.getFirst().balance()) : Optional.empty();
      trial.expect(
          balance.equals(Optional.of(order.told().total())),
          "order %s: %s",
          order.told().order(),
          charges);
    }
    return trial;
  }

  private static String newKey() {
    return UUID.randomUUID().toString();
  }
}
