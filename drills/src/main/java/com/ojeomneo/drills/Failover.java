package com.ojeomneo.drills;

import com.ojeomneo.local.Refusal;
import com.ojeomneo.local.TemporaryStack;
import com.ojeomneo.local.TemporaryStack.Node;
import com.ojeomneo.local.WatchedRedis;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * A Server whose Redis has three sentinels, customers at a steady rate, and in the middle of it
 * masters that are killed or frozen. Nobody asks twice.
 */
final class Failover {
  private static final int CUSTOMERS = 40;
  private static final int SHOPS = 3;
  private static final int PORTIONS = 9_000;

  /** A Server that has just begun is slow for reasons of its own. */
  private static final Duration TO_WARM_UP = Duration.ofSeconds(15);

  private static final Duration TO_FAIL_OVER = Duration.ofSeconds(30);

  private final Plan plan;
  private final Consumer<String> say;
  private final List<Duration> absences = new ArrayList<>();

  /**
   * @param rate requests a second
   * @param faults the first a kill, the next a freeze, and so on
   */
  record Plan(Duration duration, int rate, int faults) {
    static Plan shortOne() {
      return new Plan(Duration.ofSeconds(20), 30, 1);
    }
  }

  Failover(Plan plan, Consumer<String> say) {
    this.plan = plan;
    this.say = say;
  }

  Survival run() throws InterruptedException {
    try (var proxy = new Proxy();
        HttpClient http = Api.newClient();
        var redis = WatchedRedis.start()) {
      URI front = URI.create("http://localhost:" + proxy.port());
      var settings = new HashMap<>(redis.settings());
      settings.put("TRUSTED_PROXIES", "1");
      try (var stack = TemporaryStack.start(front, settings)) {
        Node server = stack.addServer("server");
        proxy.addBackend(server.port());
        Survival survival = underLoad(stack, redis, http, front);
        if (!survival.isUnnoticed()) {
          stack.keepFolder();
          say.accept("로그 · logs: " + stack.folder().resolve("log"));
        }
        return survival;
      } finally {
        http.shutdownNow();
      }
    }
  }

  private Survival underLoad(TemporaryStack stack, WatchedRedis redis, HttpClient http, URI front)
      throws InterruptedException {
    var shops = Shops.open(stack.owner(), SHOPS, PORTIONS);
    try (var first = new SteadyTraffic(shops)) {
      first.enter(CUSTOMERS, http, front);
      first.begin(plan.rate());
      Thread.sleep(TO_WARM_UP);
      first.end();
      say.accept("데워짐 · warmed up");
    }
    try (var traffic = new SteadyTraffic(shops);
        var ears = new Ears(traffic.counts())) {
      traffic.enter(CUSTOMERS, http, front);
      traffic.customers().forEach(ears::open);
      long ends = System.nanoTime() + plan.duration().toNanos();
      traffic.begin(plan.rate());
      for (int i = 0; i < plan.faults(); i++) {
        Thread.sleep(plan.duration().dividedBy(2L * plan.faults()));
        lose(redis, i % 2 == 0);
      }
      Thread.sleep(Duration.ofNanos(Math.max(0, ends - System.nanoTime())));
      traffic.end();
      return new Survival(plan, traffic, ears.check(stack.owner()), absences);
    }
  }

  private void lose(WatchedRedis redis, boolean forGood) throws InterruptedException {
    await("a master", () -> redis.master().isPresent());
    int master = redis.master().orElseThrow();
    long began = System.nanoTime();
    if (forGood) {
      redis.kill(master);
    } else {
      redis.freeze(master);
    }
    await("another master", () -> redis.master().filter(next -> next != master).isPresent());
    int next = redis.master().orElseThrow();
    await("the Server to use it", () -> redis.isUsedByAServer(next));
    Duration took = Duration.ofNanos(System.nanoTime() - began);
    absences.add(took);
    String what = forGood ? "강제 종료 · killed" : "멈춤 · frozen";
    say.accept(
        "마스터 %s; 새 마스터를 쓰기까지 %d ms · the Server uses the next one after %d ms"
            .formatted(what, took.toMillis(), took.toMillis()));
    if (forGood) {
      redis.revive(master);
    } else {
      redis.thaw(master);
    }
    await(
        "nobody to use the old one",
        () -> redis.isAReplica(master) && !redis.isUsedByAServer(master));
  }

  private static void await(String what, BooleanSupplier holds) throws InterruptedException {
    long end = System.nanoTime() + TO_FAIL_OVER.toNanos();
    while (!holds.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new Refusal("waited %d s for %s".formatted(TO_FAIL_OVER.toSeconds(), what));
      }
      Thread.sleep(50);
    }
  }
}
