package com.ojeomneo.drills;

import static com.ojeomneo.schema.jooq.enums.OrderStatus.ACCEPTED;

import com.ojeomneo.drills.Customer.Held;
import com.ojeomneo.drills.Listeners.Listener;
import com.ojeomneo.drills.Shops.Shop;
import com.ojeomneo.local.Kitchen;
import com.ojeomneo.local.Refusal;
import com.ojeomneo.local.TemporaryStack;
import com.ojeomneo.local.TemporaryStack.Node;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Opens streams on a Server of its own, half of them on an order each, half on all orders of a
 * customer; measures what the Server holds before and after, and how soon all hear of a change.
 */
final class OpenStreams {
  private static final int CUSTOMERS = 20;
  private static final int WARM_UP_STREAMS = 100;
  private static final int WARM_UP_REQUESTS = 3000;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final int count;
  private final Consumer<String> say;
  private final List<Customer> customers = new ArrayList<>();
  private final Map<Customer, Held> orders = new HashMap<>();
  private final Map<UUID, List<Listener>> following = new HashMap<>();

  OpenStreams(int count, Consumer<String> say) {
    this.count = count;
    this.say = say;
  }

  StreamPrice measure() throws IOException, InterruptedException {
    // Nobody is sent to the address: customers talk to the Server itself.
    URI anywhere = URI.create("http://localhost:3000");
    try (HttpClient http = Api.newClient();
        var stack = TemporaryStack.start(anywhere, Map.of("TRUSTED_PROXIES", "1"))) {
      Node server = stack.addServer("server");
      URI address = URI.create("http://localhost:" + server.port());
      List<Shop> shops = Shops.open(stack.owner(), 1, CUSTOMERS);
      for (int i = 0; i < CUSTOMERS; i++) {
        enter(i, http, address, shops.getFirst());
      }
      say.accept("데우는 중 · warming up");
      warmUp(server, shops.getFirst());
      ServerMemory before = ServerMemory.of(server.pid());
      try (var listeners = new Listeners(server.port())) {
        open(listeners, count);
        say.accept("스트림 %,d개 열림 · %,d streams are open".formatted(count, count));
        ServerMemory after = ServerMemory.of(server.pid());
        Duration slowest = change(stack.kitchen());
        return new StreamPrice(count, before, after, orders.size(), slowest);
      } finally {
        http.shutdownNow();
      }
    }
  }

  private void enter(int i, HttpClient http, URI server, Shop shop) throws InterruptedException {
    var counts = new Counts();
    var api = new Api(http, server, "10.2.0." + (1 + i));
    var customer =
        new Customer("듣는 손님 " + i, api, new Insistence(counts, () -> false), counts, new Random(i));
    customer.enter();
    var wish =
        Map.<String, Object>of(
            "storeId", shop.id().toString(),
            "items", List.of(Map.of("menuId", shop.dishes().getFirst().toString(), "quantity", 1)));
    Held order = customer.place(wish, UUID.randomUUID().toString()).orElseThrow();
    Optional<String> paymentKey = customer.authenticate(order, "normal");
    if (!customer.pay(order, paymentKey.orElseThrow(), UUID.randomUUID().toString())) {
      throw new Refusal("an order of the drill cannot be paid: " + customer.surprises());
    }
    customers.add(customer);
    orders.put(customer, order);
  }

  /** Classes are loaded, code is compiled, and every page of the young generation was touched. */
  private void warmUp(Node server, Shop shop) throws IOException, InterruptedException {
    try (var listeners = new Listeners(server.port())) {
      open(listeners, WARM_UP_STREAMS);
    }
    for (int i = 0; i < WARM_UP_REQUESTS / 2; i++) {
      customers.get(i % CUSTOMERS).browse(shop);
    }
    following.clear();
  }

  private void open(Listeners listeners, int streams) throws IOException, InterruptedException {
    var opened = new ArrayList<Listener>();
    for (int i = 0; i < streams; i++) {
      Customer customer = customers.get(i % CUSTOMERS);
      UUID order = orders.get(customer).told().order();
      String path = i % (2 * CUSTOMERS) < CUSTOMERS ? "/orders/" + order : "/orders";
      Listener listener =
          listeners.open(path + "/events", customer.token(), customer.api().address());
      following.computeIfAbsent(order, any -> new ArrayList<>()).add(listener);
      opened.add(listener);
    }
    // Each begins with its order as it is.
    await("streams to begin", () -> opened.stream().allMatch(one -> one.events() == 1));
  }

  /** Moves each order on; the longest that it took until all who follow it had heard. */
  private Duration change(Kitchen kitchen) throws InterruptedException {
    Duration slowest = Duration.ZERO;
    for (Held order : orders.values()) {
      UUID id = order.told().order();
      kitchen.move(id.toString(), ACCEPTED, null);
      long changed = System.nanoTime();
      await("all to hear", () -> following.get(id).stream().allMatch(one -> one.events() == 2));
      Duration took = Duration.ofNanos(System.nanoTime() - changed);
      slowest = took.compareTo(slowest) > 0 ? took : slowest;
    }
    return slowest;
  }

  private static void await(String what, BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new Refusal("waited %d s for %s".formatted(PATIENCE.toSeconds(), what));
      }
      Thread.sleep(5);
    }
  }
}
