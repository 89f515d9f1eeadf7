package com.ojeomneo.order.race;

import static com.ojeomneo.schema.jooq.Tables.ORDERS;
import static com.ojeomneo.schema.jooq.Tables.PAYMENT_ATTEMPTS;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.ojeomneo.order.MovableClock;
import com.ojeomneo.order.Node;
import com.ojeomneo.order.OrderView;
import com.ojeomneo.order.PlaceOrder;
import com.ojeomneo.order.TestShop;
import com.ojeomneo.platform.idempotency.Answer;
import com.ojeomneo.schema.jooq.enums.OrderStatus;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jooq.DSLContext;

/**
 * What a run is about: a customer's order for one of five portions, a side dish of which there is
 * enough, and one of the places of a slot, in a shop of its own, and the payments that the customer
 * has agreed to.
 */
final class Lunch {
  static final Instant PLACED_AT = MovableClock.seoul("2026-06-01T12:00");
  static final Instant SLOT = MovableClock.seoul("2026-06-01T13:00");
  private static final Pattern PAYMENT_KEY = Pattern.compile("[?&]paymentKey=([^&]+)");
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  final TestShop shop;
  final UUID dish;
  final UUID side;
  final UUID cheaper;
  final UUID staff;
  final UUID user;
  final UUID order;
  final int total;
  final int portions;
  private final List<String> paymentKeys;
  private final Map<Request, List<Answer>> answers = new ConcurrentHashMap<>();

  private Lunch(
      TestShop shop,
      UUID dish,
      UUID side,
      UUID cheaper,
      UUID staff,
      int portions,
      UUID user,
      UUID order,
      int total,
      List<String> paymentKeys) {
    this.shop = shop;
    this.dish = dish;
    this.side = side;
    this.cheaper = cheaper;
    this.staff = staff;
    this.portions = portions;
    this.user = user;
    this.order = order;
    this.total = total;
    this.paymentKeys = paymentKeys;
  }

  /**
   * @param cards payments that the customer agrees to: {@code normal}, or {@code refused} later
   */
  static Lunch placed(Lane lane, int portions, List<String> cards) {
    TestShop shop = TestShop.aroundTheClock(lane.node.database.sql()).slotCapacity(portions);
    UUID dish = shop.dish(portions);
    UUID side = shop.dish(null);
    UUID cheaper = shop.dish(null, 7000);
    UUID staff = TestShop.staff(lane.node.database.sql());
    UUID user = TestShop.customer(lane.node.database.sql());
    lane.clock.set(PLACED_AT);
    OrderView order = lane.node.checkout.place(user, wish(shop, dish, side), (_, _) -> {});
    var keys = new ArrayList<String>();
    for (String card : cards) {
      keys.add(agree(order.payment().checkoutUrl(), card));
    }
    return new Lunch(
        shop,
        dish,
        side,
        cheaper,
        staff,
        portions,
        user,
        order.id(),
        order.totalAmount().amount(),
        keys);
  }

  /** What another process has to know of it. */
  record Memo(
      UUID shop,
      UUID dish,
      UUID side,
      UUID cheaper,
      UUID staff,
      int portions,
      UUID user,
      UUID order,
      int total,
      List<String> paymentKeys) {
    Lunch with(DSLContext sql) {
      return new Lunch(
          new TestShop(sql, shop),
          dish,
          side,
          cheaper,
          staff,
          portions,
          user,
          order,
          total,
          paymentKeys);
    }
  }

  Memo memo() {
    return new Memo(
        shop.id(), dish, side, cheaper, staff, portions, user, order, total, paymentKeys);
  }

  String paymentKey(int number) {
    return paymentKeys.get(number);
  }

  /** As another customer does. */
  OrderView placeAnother(Node node) {
    return node.checkout.place(TestShop.customer(node.database.sql()), wish(), (_, _) -> {});
  }

  /** What each order here is for. */
  PlaceOrder wish() {
    return wish(shop, dish, side);
  }

  private static PlaceOrder wish(TestShop shop, UUID dish, UUID side) {
    return new PlaceOrder(
        shop.id(),
        SLOT,
        List.of(
            new PlaceOrder.Portions(dish, 1, List.of()),
            new PlaceOrder.Portions(side, 1, List.of())),
        null);
  }

  /** The request is on its way: it is answered, or who would have answered is gone. */
  void sends(Request request) {
    answers.putIfAbsent(request, new CopyOnWriteArrayList<>());
  }

  Set<Request> sent() {
    return answers.keySet();
  }

  void heard(Request request, Answer answer) {
    answers.get(request).add(answer);
  }

  List<Answer> answersTo(Request request) {
    return answers.get(request);
  }

  /** Out of the way of jobs in later runs. */
  void clear(Lane lane) {
    lane.node
        .database
        .sql()
        .update(ORDERS)
        .set(ORDERS.STATUS, OrderStatus.COMPLETED)
        .set(ORDERS.ESTIMATED_READY_AT, SLOT)
        .where(
            ORDERS.STORE_ID.eq(shop.id()),
            ORDERS.STATUS.notIn(OrderStatus.CANCELLED, OrderStatus.EXPIRED))
        .execute();
  }

  /** Something goes wrong with the provider's next such call for this order. */
  void fault(Lane lane, String operation, String more) {
    post(
        lane.provider().resolve("/sandbox/faults"),
        "application/json",
        "{\"orderId\":\"%s\",\"operation\":\"%s\",%s}".formatted(order, operation, more));
  }

  /** What the provider has of the order. */
  JsonNode ledger(Lane lane) {
    URI uri = lane.provider().resolve("/sandbox/payments?orderId=" + order);
    try {
      return Node.JSON
          .readTree(send(HttpRequest.newBuilder(uri).GET().build()).body())
          .get("payments");
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The very request that the order's first attempt sent; nobody reads what is answered. */
  void confirmAt(URI provider, DSLContext sql) {
    UUID attempt =
        sql.select(PAYMENT_ATTEMPTS.ID)
            .from(PAYMENT_ATTEMPTS)
            .where(PAYMENT_ATTEMPTS.PAYMENT_KEY.eq(paymentKey(0)))
            .fetchSingle()
            .value1();
    String secret = Base64.getEncoder().encodeToString((Node.SECRET_KEY + ":").getBytes(UTF_8));
    exchange(
        HttpRequest.newBuilder(provider.resolve("/v1/payments/confirm"))
            .header("Content-Type", "application/json")
            .header("Authorization", "Basic " + secret)
            .header("Idempotency-Key", "confirm-" + attempt + "-0")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "{\"paymentKey\":\"%s\",\"orderId\":\"%s\",\"amount\":%d}"
                        .formatted(paymentKey(0), order, total)))
            .build());
  }

  private static String agree(String checkoutUrl, String card) {
    HttpResponse<String> answer =
        post(
            URI.create(checkoutUrl),
            "application/x-www-form-urlencoded",
            "decision=approve&card=" + card);
    Matcher key = PAYMENT_KEY.matcher(answer.headers().firstValue("Location").orElse(""));
    if (!key.find()) {
      throw new IllegalStateException("no paymentKey: " + answer.statusCode());
    }
    return URLDecoder.decode(key.group(1), UTF_8);
  }

  private static HttpResponse<String> post(URI uri, String type, String body) {
    return send(
        HttpRequest.newBuilder(uri)
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  private static HttpResponse<String> send(HttpRequest request) {
    HttpResponse<String> answer = exchange(request);
    if (answer.statusCode() >= 400) {
      throw new IllegalStateException(request.uri() + " " + answer.body());
    }
    return answer;
  }

  private static HttpResponse<String> exchange(HttpRequest request) {
    try {
      return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
