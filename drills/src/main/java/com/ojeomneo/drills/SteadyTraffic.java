package com.ojeomneo.drills;

import com.ojeomneo.drills.Customer.Held;
import com.ojeomneo.drills.Shops.Shop;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Requests at a steady rate, whatever becomes of those before them: customers who look at menus,
 * and every third of whom orders, pays and looks at the order. Nobody asks twice: what has no good
 * answer at once has failed.
 */
final class SteadyTraffic implements AutoCloseable {
  private static final int VISITS = 3;

  /** Two that only browse, and one with an order. */
  private static final int REQUESTS_OF_THREE_VISITS = 2 + 2 + 5;

  private final Counts counts = new Counts();
  private final Responses responses = new Responses();
  private final Queue<String> failures = new ConcurrentLinkedQueue<>();
  private final List<Customer> customers = new ArrayList<>();
  private final List<Shop> shops;
  private final Background visits = new Background();
  private volatile boolean going = true;

  SteadyTraffic(List<Shop> shops) {
    this.shops = shops;
  }

  /** They come in before it begins. */
  void enter(int count, HttpClient http, URI front) throws InterruptedException {
    for (int i = 0; i < count; i++) {
      var api = new Api(http, front, "10.3.%d.%d".formatted(i / 250, 1 + i % 250), responses);
      var once = new Insistence(counts, () -> true);
      var customer = new Customer("손님 " + (i + 1), api, once, counts, new Random(i));
      customer.enter();
      customers.add(customer);
    }
  }

  void begin(int perSecond) {
    Duration pace = Duration.ofSeconds(REQUESTS_OF_THREE_VISITS).dividedBy(VISITS * perSecond);
    visits.start(
        () -> {
          long next = System.nanoTime();
          for (int i = 0; going; i++) {
            int number = i;
            visits.start(() -> visit(number));
            next += pace.toNanos();
            Thread.sleep(Duration.ofNanos(next - System.nanoTime()));
          }
          return null;
        });
  }

  /** Returns when the last has its answer. */
  void end() throws InterruptedException {
    going = false;
    visits.join();
  }

  Counts counts() {
    return counts;
  }

  Responses responses() {
    return responses;
  }

  List<Customer> customers() {
    return customers;
  }

  List<String> failures() {
    return List.copyOf(failures);
  }

  private Void visit(int number) throws InterruptedException {
    Customer customer = customers.get(number % customers.size());
    Shop shop = shops.get(number % shops.size());
    try {
      customer.browse(shop);
      if (number % VISITS == 0) {
        lunch(customer, shop);
      }
    } catch (RuntimeException failed) {
      failures.add(customer.name() + ": " + failed.getMessage());
    }
    return null;
  }

  private static void lunch(Customer customer, Shop shop) throws InterruptedException {
    Held order =
        customer
            .place(customer.wish(shop, Optional.empty()), newKey())
            .orElseThrow(() -> new IllegalStateException("the shop is sold out"));
    String paymentKey = customer.authenticate(order, "normal").orElseThrow();
    if (!customer.pay(order, paymentKey, newKey())) {
      throw new IllegalStateException("order %s is not paid".formatted(order.told().order()));
    }
    customer.look(order.told());
  }

  private static String newKey() {
    return UUID.randomUUID().toString();
  }

  @Override
  public void close() {
    going = false;
    visits.close();
  }
}
