package com.ojeomneo.drills;

import static com.ojeomneo.schema.jooq.Tables.PAYMENT_WEBHOOKS;

import com.ojeomneo.drills.Shops.Shop;
import com.ojeomneo.local.TemporaryStack;
import com.ojeomneo.local.TemporaryStack.Node;
import com.ojeomneo.local.books.Check;
import com.ojeomneo.local.books.DatabaseChecks;
import com.ojeomneo.local.books.MoneyChecks;
import com.ojeomneo.local.books.Passage;
import com.ojeomneo.local.books.SandboxLedger;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;

/**
 * A lunch hour: customers, shops, a sandbox that misbehaves, time that passes, and Servers that are
 * killed. When it is over everything is let settle, and then the books are compared.
 */
final class LunchHour {
  private static final int SHOPS = 3;
  private static final Duration BETWEEN_WORDS = Duration.ofSeconds(5);

  /**
   * The Server gives up on the sandbox before that ends its longest hang, so that a hang is an
   * unknown outcome; and it counts the proxy's word about addresses.
   */
  private static final Map<String, String> SERVER =
      Map.of("TOSS_TIMEOUT", "2S", "TRUSTED_PROXIES", "1");

  private final Plan plan;
  private final Consumer<String> say;
  private final Counts counts = new Counts();
  private final long began = System.nanoTime();
  private final List<Customer> customers = new ArrayList<>();
  private final Ears ears = new Ears(counts);
  private volatile boolean lunchTime = true;
  private volatile boolean over;

  LunchHour(Plan plan, Consumer<String> say) {
    this.plan = plan;
    this.say = say;
  }

  /** What came of it. Where the books differ, the folder of the stack stays. */
  Books run() throws InterruptedException, IOException {
    try (var proxy = new Proxy();
        HttpClient http = Api.newClient()) {
      URI front = URI.create("http://localhost:" + proxy.port());
      try (var stack = TemporaryStack.start(front, SERVER)) {
        List<Node> nodes = List.of(stack.addServer("server-a"), stack.addServer("server-b"));
        nodes.forEach(node -> proxy.addBackend(node.port()));
        tell("서버 두 대 · two Servers are ready behind " + front);
        Books books = serve(stack, nodes, http, front);
        if (!books.agree()) {
          stack.keepFolder();
          tell("로그 · logs: " + stack.folder().resolve("log"));
        }
        return books;
      } finally {
        http.shutdownNow();
      }
    }
  }

  private Books serve(TemporaryStack stack, List<Node> nodes, HttpClient http, URI front)
      throws InterruptedException, IOException {
    List<Shop> shops = Shops.open(stack.owner(), SHOPS, Math.max(6, plan.customers() / 3));
    var trouble = new Trouble(http, stack.sandbox(), plan.seed());
    try (var guests = new Background();
        var street = new Background();
        ears) {
      for (int i = 0; i < plan.customers(); i++) {
        var customer = customer(i, http, front);
        customers.add(customer);
        guests.start(() -> lunch(customer, shops));
      }
      street.repeat(BETWEEN_WORDS, () -> lunchTime, () -> tell(counts.toString()));
      trouble.begin();
      beginLife(street, stack);
      long ends = System.nanoTime() + plan.duration().toNanos();
      new Killer(stack, nodes, trouble, counts, lot(2)).kill(plan.kills(), plan.duration());
      Thread.sleep(Duration.ofNanos(Math.max(0, ends - System.nanoTime())));
      lunchTime = false;
      street.join();
      trouble.end();
      return settle(stack, guests, trouble, new SandboxLedger(http, stack.sandbox()));
    }
  }

  private Customer customer(int i, HttpClient http, URI front) {
    String address = "10.1.%d.%d".formatted(i / 250, 1 + i % 250);
    var insistence = new Insistence(counts, () -> over);
    return new Customer(
        "손님 " + (i + 1), new Api(http, front, address), insistence, counts, lot(1000 + i));
  }

  private Void lunch(Customer customer, List<Shop> shops) {
    try {
      customer.enter();
      ears.open(customer);
      new Appetite(customer, shops, plan.longestBreak(), () -> lunchTime).call();
    } catch (Exception e) {
      customer.surprised(e.toString());
    }
    return null;
  }

  private void beginLife(Background street, TemporaryStack stack) {
    var staff = new Staff(stack.owner(), stack.kitchen(), counts, lot(3));
    var passage = new Passage(stack.owner());
    street.repeat(Duration.ofMillis(300), () -> lunchTime, staff::round);
    street.repeat(
        Duration.ofSeconds(2), () -> lunchTime, () -> counts.hurried.add(passage.ofTimeToPay(1)));
  }

  private Books settle(
      TemporaryStack stack, Background guests, Trouble trouble, SandboxLedger sandbox)
      throws InterruptedException, IOException {
    var calm = new Calm(new Passage(stack.owner()), trouble, guests::isDone, this::tell);
    List<Check> checks = new ArrayList<>(calm.await());
    over = true;
    counts.webhooks.add(stack.owner().sql().fetchCount(PAYMENT_WEBHOOKS));
    checks.add(ears.check(stack.owner()));
    ears.close();
    for (Customer customer : customers) {
      lastLook(customer);
    }
    var money = new MoneyChecks(stack.owner(), sandbox);
    checks.addAll(new LedgerChecks(customers, money.chargedKeys(), stack.owner()).all());
    checks.addAll(money.all());
    checks.addAll(new DatabaseChecks(stack.owner()).all());
    return new Books(plan, counts, checks, money.taken(), money.kept());
  }

  private static void lastLook(Customer customer) throws InterruptedException {
    try {
      customer.look();
    } catch (RuntimeException e) {
      customer.surprised(e.toString());
    }
  }

  private Random lot(long of) {
    return new Random(plan.seed() * 31 + of);
  }

  private void tell(String what) {
    say.accept("%4d s  %s".formatted((System.nanoTime() - began) / 1_000_000_000, what));
  }
}
