package com.ojeomneo.server.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.github.f4b6a3.uuid.UuidCreator;
import com.ojeomneo.order.OrderEvents;
import com.ojeomneo.platform.database.Database;
import com.ojeomneo.platform.outbox.Outbox;
import com.ojeomneo.platform.redis.RedisLink;
import com.ojeomneo.platform.security.AccessToken;
import com.ojeomneo.platform.security.AccessTokens;
import com.ojeomneo.server.Customer;
import com.ojeomneo.server.Dish;
import com.ojeomneo.server.OtherNode;
import com.ojeomneo.server.Shop;
import com.ojeomneo.server.TestStack;
import com.ojeomneo.server.order.EventStream.Event;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestStack.class)
class OrderStreamTest {
  @Inject AccessTokens tokens;
  @Inject OrderStreams streams;
  @Inject RedisLink redisLink;

  @ConfigProperty(name = "ojeomneo.redis.port")
  int redisPort;

  /** And what a busy machine adds to it. */
  private static final Duration A_SECOND = Duration.ofMillis(1500);

  @Test
  void aStreamBeginsWithTheLatestEventOnly() {
    PlacedOrder order = PlacedOrder.any().paid();
    try (var stream = EventStream.of(order)) {
      Event first = stream.next();
      assertThat(first.id()).isEqualTo(2);
      assertThat(first.data()).isEqualTo(order.get().asString());
      order.cancel().then().statusCode(200);
      assertThat(stream.next().id()).isEqualTo(3);
    }
  }

  @Test
  void aResumedStreamHoldsExactlyTheLaterEvents() {
    PlacedOrder order = PlacedOrder.any().paid();
    order.cancel().then().statusCode(200);
    order.awaitRefund("DONE");
    try (var stream = EventStream.of(order, "Last-Event-ID", "1")) {
      assertThat(stream.next(3)).extracting(Event::id).containsExactly(2L, 3L, 4L);
    }
  }

  @Test
  void aResumedStreamThatMissedNothingBeginsWithWhatComesNext() {
    PlacedOrder order = PlacedOrder.any();
    try (var stream = EventStream.of(order, "Last-Event-ID", "1")) {
      assertThat(stream.nextComment()).startsWith(":");
      assertThat(stream.isSilent()).isTrue();
      order.paid();
      assertThat(stream.next().id()).isEqualTo(2);
    }
  }

  @Test
  void anIdThatWasNeverReachedIsAsNone() {
    PlacedOrder order = PlacedOrder.any().paid();
    try (var one = EventStream.of(order, "Last-Event-ID", "3");
        var all = EventStream.ofAll(order.customer(), "Last-Event-ID", "999999999999")) {
      assertThat(one.next().id()).isEqualTo(2);
      assertThat(all.next().id()).isEqualTo(2);
      order.cancel().then().statusCode(200);
      assertThat(one.next().id()).isEqualTo(3);
      assertThat(all.next().id()).isEqualTo(3);
    }
  }

  @Test
  void whatAnotherProcessChangesIsStreamedWithinASecond() {
    PlacedOrder order = PlacedOrder.any();
    try (var stream = EventStream.of(order)) {
      stream.next();
      Instant changed = changeElsewhere(order);
      assertThat(stream.next().id()).isEqualTo(2);
      assertThat(Instant.now()).isBefore(changed.plus(A_SECOND));
    }
  }

  @Test
  void whatAnotherProcessChangesIsStreamedWithinASecondAlsoWithoutRedis() {
    PlacedOrder order = PlacedOrder.any();
    RedisClient redis = RedisClient.create(RedisURI.create("localhost", redisPort));
    try (var connection = redis.connect();
        var stream = EventStream.of(order)) {
      stream.next();
      connection.sync().clientPause(2000);
      Instant changed = changeElsewhere(order);
      assertThat(stream.next().id()).isEqualTo(2);
      assertThat(Instant.now()).isBefore(changed.plus(A_SECOND));
    } finally {
      redis.shutdown(Duration.ZERO, Duration.ofSeconds(3));
    }
    await().until(redisLink::isUp);
  }

  @Test
  void eachEventHoldsTheOrderAsItWasThen() {
    PlacedOrder order = PlacedOrder.any().paid();
    order.cancel().then().statusCode(200);
    try (var stream = EventStream.of(order, "Last-Event-ID", "0")) {
      assertThat(stream.next(3))
          .extracting(e -> JsonPath.from(e.data()).getString("status"))
          .containsExactly("PENDING_PAYMENT", "PAID", "CANCELLED");
    }
  }

  @Test
  void aStreamMayNotBeBufferedOrStored() {
    try (var stream = EventStream.of(PlacedOrder.any())) {
      var headers = stream.response().headers();
      assertThat(stream.response().statusCode()).isEqualTo(200);
      assertThat(headers.firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
      assertThat(headers.firstValue("X-Accel-Buffering")).contains("no");
      assertThat(headers.firstValue("Cache-Control")).contains("no-store");
    }
  }

  @Test
  void aMalformedLastEventIdIsRefused() {
    PlacedOrder order = PlacedOrder.any();
    for (String id : List.of("x", "-1", "1.5", "9".repeat(30))) {
      order
          .customer()
          .request()
          .header("Last-Event-ID", id)
          .accept("text/event-stream")
          .get("/orders/{id}/events", order.id())
          .then()
          .statusCode(400)
          .contentType("application/problem+json")
          .body("code", equalTo("VALIDATION_FAILED"))
          .body("errors[0].field", equalTo("Last-Event-ID"));
    }
  }

  @Test
  void nobodyStreamsWithoutAToken() {
    for (String path : List.of("/orders/events", "/orders/" + PlacedOrder.any().id() + "/events")) {
      RestAssured.given()
          .basePath(Customer.API)
          .accept("text/event-stream")
          .get(path)
          .then()
          .statusCode(401)
          .contentType("application/problem+json");
    }
  }

  @Test
  void aStreamEndsWithItsLogOut() {
    PlacedOrder order = PlacedOrder.any();
    try (var one = EventStream.of(order);
        var all = EventStream.ofAll(order.customer())) {
      one.next();
      all.next();
      order.customer().request().post("/auth/logout").then().statusCode(204);
      assertThat(one.endsWithin(Duration.ofMillis(1500))).isTrue();
      assertThat(all.endsWithin(Duration.ofMillis(1500))).isTrue();
    }
  }

  @Test
  void aStreamEndsWhenAnotherNodeRevokesItsToken() {
    PlacedOrder order = PlacedOrder.any();
    try (var stream = EventStream.of(order)) {
      stream.next();
      OtherNode.revokeToken(order.customer());
      assertThat(stream.endsWithin(A_SECOND)).isTrue();
    }
  }

  @Test
  void aStreamEndsWithItsToken() {
    PlacedOrder order = PlacedOrder.any();
    Customer customer = order.customer();
    Instant expiry = Instant.ofEpochSecond(Instant.now().getEpochSecond() + 3);
    String token =
        tokens.issue(
            new AccessToken(
                customer.id(), customer.session(), UuidCreator.getRandomBased(), expiry));
    try (var stream = EventStream.open(token, "/orders/" + order.id() + "/events")) {
      stream.next();
      assertThat(stream.endsWithin(Duration.ofSeconds(6))).isTrue();
      assertThat(Instant.now()).isBetween(expiry, expiry.plusMillis(1500));
    }
  }

  @Test
  void theStreamOfAUserHoldsAllTheirOrdersInOneSequence() {
    Customer customer = Customer.guest();
    Dish dish = Shop.open().dish("비빔밥", 9000);
    try (var stream = EventStream.ofAll(customer)) {
      assertThat(stream.nextComment()).startsWith(":");
      PlacedOrder first = PlacedOrder.by(customer, PlacedOrder.wish(dish, 1));
      PlacedOrder second = PlacedOrder.by(customer, PlacedOrder.wish(dish, 1));
      first.cancel().then().statusCode(200);
      List<Event> events = stream.next(3);
      assertThat(events).extracting(Event::id).containsExactly(1L, 2L, 3L);
      assertThat(events.get(1).data()).isEqualTo(second.get().asString());
      assertThat(events.get(2).data()).isEqualTo(first.get().asString());
    }
    try (var resumed = EventStream.ofAll(customer, "Last-Event-ID", "1")) {
      assertThat(resumed.next(2)).extracting(Event::id).containsExactly(2L, 3L);
    }
    try (var anew = EventStream.ofAll(customer)) {
      assertThat(anew.next().id()).isEqualTo(3);
    }
  }

  @Test
  void aLongAbsenceIsCaughtUpWhole() {
    PlacedOrder order = PlacedOrder.any();
    int missed = 1000;
    // History is copied in bulk: what matters is how much of it there is.
    Stored.sql()
        .execute(
            """
            INSERT INTO order_events
            SELECT order_id, n, user_id, n, type, actor, snapshot, created_at
              FROM order_events, generate_series(2, ?) n WHERE order_id = ? AND seq = 1
            """,
            missed,
            order.id());
    try (var stream = EventStream.of(order, "Last-Event-ID", "0")) {
      List<Event> events = stream.next(missed);
      assertThat(events.getFirst().id()).isEqualTo(1);
      assertThat(events.getLast().id()).isEqualTo(missed);
    }
  }

  @Test
  void whoLeavesIsForgotten() {
    PlacedOrder order = PlacedOrder.any();
    var stream = EventStream.of(order);
    stream.next();
    assertThat(streams.follow(order.id())).isEqualTo(1);
    stream.close();
    await().untilAsserted(() -> assertThat(streams.follow(order.id())).isZero());
  }

  /** As the command line does it: the event and its outbox row, and nobody here is woken. */
  private static Instant changeElsewhere(PlacedOrder order) {
    new Database(TestStack.owner())
        .transact(
            tx -> {
              tx.execute(
                  """
                  INSERT INTO order_events
                  SELECT order_id, 2, user_id, 2, type, actor, snapshot, created_at
                    FROM order_events WHERE order_id = ?
                  """,
                  order.id());
              String wake =
                  """
                  {"orderId":"%s","userId":"%s","seq":2,"userSeq":2}"""
                      .formatted(order.id(), order.customer().id());
              Outbox.append(tx, OrderEvents.TOPIC, wake);
            });
    return Instant.now();
  }
}
