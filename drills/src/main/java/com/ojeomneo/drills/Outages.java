package com.ojeomneo.drills;

import com.ojeomneo.drills.Shops.Shop;
import com.ojeomneo.local.LoneRedis;
import com.ojeomneo.local.Refusal;
import com.ojeomneo.local.TemporaryStack;
import com.ojeomneo.local.books.Check;
import com.ojeomneo.local.books.SandboxLedger;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Two Servers, one PostgreSQL and one Redis, customers at a steady rate, and one thing after the
 * other that can become of a Redis. What the Servers use it for is tried all the while, on both.
 */
final class Outages implements AutoCloseable {
  private static final int SHOPS = 3;
  private static final int PORTIONS = 9_000;
  private static final int DISHES = 1_500;
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
  private static final Duration TO_COME_BACK = Duration.ofSeconds(60);

  private final Plan plan;
  private final Consumer<String> say;
  private final Proxy front = new Proxy();
  private final Proxy road = new Proxy();
  private final HttpClient http = Api.newClient();
  private final LoneRedis redis;
  private final TemporaryStack stack;
  private final List<Side> sides;
  private final List<Shop> shops;
  private final List<UUID> dishes;
  private final Responses asked = new Responses();
  private int dishesUsed;

  /**
   * @param rate requests a second
   * @param calm before a fault, and after it
   * @param fault how long it lasts at least
   */
  record Plan(int customers, int rate, Duration calm, Duration fault) {
    static Plan shortOne() {
      return new Plan(12, 20, Duration.ofSeconds(2), Duration.ofSeconds(4));
    }
  }

  /** Returns when both Servers are ready. */
  Outages(Plan plan, Consumer<String> say) throws InterruptedException {
    this.plan = plan;
    this.say = say;
    this.redis = LoneRedis.start();
    road.addBackend(redis.port());
    var settings = new HashMap<>(redis.settings(road.port()));
    settings.put("TRUSTED_PROXIES", "1");
    settings.put("SHUTDOWN_DELAY", "0s");
    this.stack = TemporaryStack.start(frontUrl(), settings);
    this.sides =
        List.of(
            new Side(stack.addServer("server-a"), http, asked),
            new Side(stack.addServer("server-b"), http, asked));
    sides.forEach(side -> front.addBackend(side.node().port()));
    this.shops = Shops.open(stack.owner(), SHOPS, PORTIONS);
    this.dishes = Shops.dishes(stack.owner(), DISHES);
  }

  private URI frontUrl() {
    return URI.create("http://localhost:" + front.port());
  }

  /** A Server that has just begun is slow for reasons of its own, and one of them has. */
  private void warmUp() throws InterruptedException {
    try (var traffic = new SteadyTraffic(shops)) {
      traffic.enter(plan.customers(), http, frontUrl());
      traffic.begin(plan.rate());
      Thread.sleep(plan.calm());
      traffic.end();
    }
  }

  /** One fault, from a calm before it to the looks back when all is over. */
  Outage endure(Fault fault) throws IOException, InterruptedException {
    warmUp();
    try (var traffic = new SteadyTraffic(shops)) {
      Trials trials;
      Outage.Phases phases;
      Check heard;
      try (var ears = new Ears(traffic.counts());
          var events = new EventUse(sides, shops.getFirst(), stack.owner())) {
        trials = trials(events);
        traffic.enter(plan.customers(), http, frontUrl());
        traffic.customers().forEach(ears::open);
        awaitRedis(trials);
        phases = underLoad(fault, traffic, trials);
        heard = ears.check(stack.owner());
        trials.lookBack("after the return");
      }
      aftermath(trials);
      Responses answers = asked.between(phases.calm(), System.nanoTime());
      var outage = new Outage(fault, traffic, trials, phases, heard, answers);
      keepIfNoticed(outage);
      return outage;
    }
  }

  private Trials trials(EventUse events) throws InterruptedException {
    var ledger = new SandboxLedger(http, stack.sandbox());
    return new Trials(
        List.of(
            new CacheUse(sides, redis, stack.owner(), someDishes()),
            new LimitUse(sides),
            new LockUse(sides, redis, ledger, shops.getFirst()),
            events,
            new LogoutUse(sides, redis)));
  }

  private Outage.Phases underLoad(Fault fault, SteadyTraffic traffic, Trials trials)
      throws IOException, InterruptedException {
    long calm = System.nanoTime();
    traffic.begin(plan.rate());
    trials.tryAll("before", plan.calm());
    long began = System.nanoTime();
    tryAllDuring(fault, trials);
    long ended = System.nanoTime();
    awaitRedis(trials);
    long returned = System.nanoTime();
    trials.tryAll("afterwards", plan.calm());
    traffic.end();
    return new Outage.Phases(calm, began, ended, returned, System.nanoTime());
  }

  private List<UUID> someDishes() {
    int each = DISHES / Fault.values().length;
    dishesUsed += each;
    return dishes.subList(dishesUsed - each, dishesUsed);
  }

  private void tryAllDuring(Fault fault, Trials trials) throws InterruptedException {
    try (var trouble = new Background()) {
      switch (fault) {
        case KILLED -> redis.kill();
        case FROZEN -> redis.freeze();
        case SLOW -> road.holdBack(Duration.ofMillis(30));
        case FULL -> redis.fill();
        case FLUSHED -> trouble.repeat(Duration.ofMillis(300), () -> true, redis::empty);
      }
      trials.tryAll("meanwhile", plan.fault());
    } finally {
      switch (fault) {
        case KILLED -> redis.revive();
        case FROZEN -> redis.thaw();
        case SLOW -> road.holdBack(Duration.ZERO);
        case FULL -> redis.makeRoom();
        case FLUSHED -> {}
      }
    }
  }

  /** All goes through Redis again. By itself: nobody does anything but look. */
  private void awaitRedis(Trials trials) throws IOException, InterruptedException {
    awaitRedis();
    trials.awaitRedis(TO_COME_BACK);
  }

  private void awaitRedis() throws IOException, InterruptedException {
    if (Trial.await(this::isInUse, TO_COME_BACK, BETWEEN_LOOKS).isEmpty()) {
      throw new Refusal(
          "a Server does not use Redis after %d s".formatted(TO_COME_BACK.toSeconds()));
    }
  }

  private boolean isInUse() throws IOException, InterruptedException {
    for (Side side : sides) {
      if (!side.hasRedis()) {
        return false;
      }
    }
    return redis.listeners() == sides.size();
  }

  /** Nobody's memory helps: copies are dropped, Redis is emptied, a node begins anew. */
  private void aftermath(Trials trials) throws IOException, InterruptedException {
    redis.cutListeners();
    awaitRedis();
    trials.lookBack("once nobody has a copy of his own");
    redis.empty();
    trials.lookBack("from an empty Redis");
    Side restarted = sides.getLast();
    restarted.node().kill();
    restarted.node().start();
    trials.lookBack("after a restart");
  }

  private void keepIfNoticed(Outage outage) {
    if (!outage.isUnnoticed()) {
      stack.keepFolder();
      say.accept("로그 · logs: " + stack.folder().resolve("log"));
    }
  }

  @Override
  public void close() {
    stack.close();
    redis.close();
    http.shutdownNow();
    road.close();
    front.close();
  }
}
