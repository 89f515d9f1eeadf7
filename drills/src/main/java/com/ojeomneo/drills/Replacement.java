package com.ojeomneo.drills;

import com.ojeomneo.drills.Shops.Shop;
import com.ojeomneo.local.Refusal;
import com.ojeomneo.local.TemporaryStack;
import com.ojeomneo.local.TemporaryStack.Node;
import com.ojeomneo.local.books.Check;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Two Servers behind what a load balancer does, and each in turn told to stop and started again
 * while customers come at a steady rate and listen. Nobody asks twice.
 */
final class Replacement {
  private static final Pattern TROUBLE =
      Pattern.compile("^\\S+ ERROR |^Exception in thread|is interrupted");

  private static final int SHOPS = 3;
  private static final int PORTIONS = 9_000;
  private static final Duration TO_WARM_UP = Duration.ofSeconds(3);
  private static final Duration TO_BE_READY = Duration.ofSeconds(60);
  private static final Duration BETWEEN_PROBES = Duration.ofMillis(200);

  private final Plan plan;
  private final Consumer<String> say;
  private final List<String> complaints = new ArrayList<>();
  private volatile boolean serving = true;
  private Duration slowestStop = Duration.ZERO;

  /**
   * @param rate requests a second
   * @param delay how long a Server that is to stop goes on
   */
  record Plan(int times, int customers, int rate, Duration delay) {
    /** What runs as a test: each of the two is replaced. */
    static Plan shortOne() {
      return new Plan(2, 20, 30, Duration.ofSeconds(2));
    }
  }

  Replacement(Plan plan, Consumer<String> say) {
    this.plan = plan;
    this.say = say;
  }

  Handover run() throws InterruptedException, IOException {
    try (var proxy = new Proxy();
        HttpClient http = Api.newClient()) {
      URI front = URI.create("http://localhost:" + proxy.port());
      var settings =
          Map.of("TRUSTED_PROXIES", "1", "SHUTDOWN_DELAY", plan.delay().toMillis() + "ms");
      try (var stack = TemporaryStack.start(front, settings)) {
        List<Node> nodes = List.of(stack.addServer("server-a"), stack.addServer("server-b"));
        try (var prober = new Prober(proxy, http, nodes, BETWEEN_PROBES)) {
          await("both Servers", prober::areAllReady);
          say.accept("서버 두 대 · two Servers are ready behind " + front);
          Handover handover = underLoad(stack, nodes, prober, http, front);
          if (!handover.isClean()) {
            stack.keepFolder();
            say.accept("로그 · logs: " + stack.folder().resolve("log"));
          }
          return handover;
        }
      } finally {
        http.shutdownNow();
      }
    }
  }

  private Handover underLoad(
      TemporaryStack stack, List<Node> nodes, Prober prober, HttpClient http, URI front)
      throws InterruptedException, IOException {
    List<Shop> shops = Shops.open(stack.owner(), SHOPS, PORTIONS);
    try (var traffic = new SteadyTraffic(shops);
        var ears = new Ears(traffic.counts());
        var street = new Background()) {
      traffic.enter(plan.customers(), http, front);
      traffic.customers().forEach(ears::open);
      var staff = new Staff(stack.owner(), stack.kitchen(), traffic.counts(), new Random(3));
      street.repeat(Duration.ofMillis(300), () -> serving, staff::round);
      traffic.begin(plan.rate());
      Thread.sleep(TO_WARM_UP);
      for (int i = 0; i < plan.times(); i++) {
        replace(nodes.get(i % nodes.size()), prober);
      }
      traffic.end();
      serving = false;
      street.join();
      Check heard = ears.check(stack.owner());
      return new Handover(plan, traffic, heard, complaints, slowestStop);
    }
  }

  private void replace(Node node, Prober prober) throws InterruptedException, IOException {
    long lines = lines(node);
    long began = System.nanoTime();
    node.stop();
    Duration took = Duration.ofNanos(System.nanoTime() - began);
    slowestStop = took.compareTo(slowestStop) > 0 ? took : slowestStop;
    complaintsOf(node, lines);
    node.start();
    await(node.name(), prober::areAllReady);
    say.accept(
        "%s 교체됨, 멈추는 데 %d ms · %s replaced, took %d ms to stop"
            .formatted(node.name(), took.toMillis(), node.name(), took.toMillis()));
  }

  /**
   * A stop that was asked for is no trouble: what it logs as such is a finding. But that PostgreSQL
   * takes the lead from a relay that gets no processor for half a second is as it should be.
   */
  private void complaintsOf(Node node, long before) throws IOException {
    try (var log = Files.lines(node.log())) {
      log.skip(before)
          .filter(TROUBLE.asPredicate())
          .filter(line -> !line.contains("idle-in-transaction timeout"))
          .forEach(line -> complaints.add(node.name() + ": " + line));
    }
  }

  private static long lines(Node node) throws IOException {
    try (var log = Files.lines(node.log())) {
      return log.count();
    }
  }

  private static void await(String what, BooleanSupplier ready) throws InterruptedException {
    long end = System.nanoTime() + TO_BE_READY.toNanos();
    while (!ready.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new Refusal("%s not ready after %d s".formatted(what, TO_BE_READY.toSeconds()));
      }
      Thread.sleep(50);
    }
  }
}
