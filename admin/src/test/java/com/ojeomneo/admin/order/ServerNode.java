package com.ojeomneo.admin.order;

import static com.ojeomneo.schema.jooq.Tables.OUTBOX;
import static io.lettuce.core.ClientOptions.DisconnectedBehavior.REJECT_COMMANDS;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.ojeomneo.admin.AdminStack;
import com.ojeomneo.order.Checkout;
import com.ojeomneo.order.OrderEvents;
import com.ojeomneo.order.OrderPayment;
import com.ojeomneo.order.OrderProgress;
import com.ojeomneo.order.OrderViews;
import com.ojeomneo.order.PaymentReconciler;
import com.ojeomneo.order.RefundRunner;
import com.ojeomneo.payment.PaymentPage;
import com.ojeomneo.payment.TossPayments;
import com.ojeomneo.platform.database.Database;
import com.ojeomneo.platform.outbox.Outbox;
import com.ojeomneo.platform.outbox.OutboxEntry;
import com.ojeomneo.sandbox.Sandbox;
import com.ojeomneo.sandbox.SandboxSettings;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;

/** The Server's share of the order domain, with a stand-in for the provider that speaks its API. */
final class ServerNode {
  private static final Pattern PAYMENT_KEY = Pattern.compile("[?&]paymentKey=([^&]+)");
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();

  static final ServerNode THE = new ServerNode();

  final OrderViews views;
  final Checkout checkout;
  final OrderProgress progress;
  final OrderPayment payment;
  final PaymentReconciler reconciler;
  final RefundRunner refunds;
  private final Sandbox sandbox;

  private ServerNode() {
    Clock clock = Clock.tickMillis(ZoneId.of("Asia/Seoul"));
    String postgres =
        "jdbc:postgresql://localhost:%d/postgres".formatted(AdminStack.postgresPort());
    var memory = new SandboxSettings.Database(postgres, "postgres", "postgres");
    try {
      sandbox = Sandbox.start(SandboxSettings.of(memory, "test_ck_tests", "test_sk_tests"));
    } catch (IOException | SQLException e) {
      throw new IllegalStateException(e);
    }
    URI provider = sandbox.address();
    var toss =
        new TossPayments(
            provider, "test_sk_tests", Duration.ofSeconds(5), JSON, new SimpleMeterRegistry());
    var database = new Database(AdminStack.owner());
    views = new OrderViews(new PaymentPage(provider, provider, "test_ck_tests"), clock);
    var events = new OrderEvents(views, JSON, clock);
    checkout = new Checkout(database, events, clock);
    progress = new OrderProgress(database, events, views, clock);
    payment = new OrderPayment(database, progress, toss, clock);
    reconciler = new PaymentReconciler(database, payment, toss, clock);
    refunds = new RefundRunner(database, payment, progress, toss, clock);
    Thread.ofVirtual().start(() -> publish(database.sql()));
  }

  /** As its relay does it, for as long as the tests run. */
  private static void publish(DSLContext sql) {
    RedisClient redis = RedisClient.create("redis://localhost:" + AdminStack.redisPort());
    redis.setOptions(ClientOptions.builder().disconnectedBehavior(REJECT_COMMANDS).build());
    var connection = redis.connect().sync();
    while (true) {
      try {
        for (OutboxEntry entry : Outbox.unpublished(sql, 100)) {
          String message = "{\"id\":%d,\"event\":%s}".formatted(entry.id(), entry.payload());
          connection.publish("pubsub:" + entry.topic(), message);
          sql.update(OUTBOX)
              .set(OUTBOX.PUBLISHED_AT, Instant.now())
              .where(OUTBOX.ID.eq(entry.id()))
              .execute();
        }
        Thread.sleep(50);
      } catch (RedisException gone) {
        // Until it is back, or the tests are over.
        LockSupport.parkNanos(50_000_000);
      } catch (InterruptedException | DataAccessException over) {
        return;
      }
    }
  }

  /**
   * The customer says yes on the provider's page.
   *
   * @return the paymentKey that it comes back with
   */
  String agree(String checkoutUrl) {
    HttpResponse<String> answer =
        send(
            HttpRequest.newBuilder(URI.create(checkoutUrl))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("decision=approve&card=normal"))
                .build());
    Matcher key = PAYMENT_KEY.matcher(answer.headers().firstValue("Location").orElse(""));
    if (!key.find()) {
      throw new IllegalStateException("no paymentKey: " + answer.statusCode());
    }
    return URLDecoder.decode(key.group(1), UTF_8);
  }

  /** What of the customer's money the provider still holds for us, KRW. */
  int kept(UUID order) {
    URI ledger = sandbox.address().resolve("/sandbox/payments?orderId=" + order);
    try {
      JsonNode payments =
          JSON.readTree(send(HttpRequest.newBuilder(ledger).GET().build()).body()).get("payments");
      int kept = 0;
      for (JsonNode payment : payments) {
        kept += payment.path("approvedAt").isNull() ? 0 : payment.get("balanceAmount").intValue();
      }
      return kept;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static HttpResponse<String> send(HttpRequest request) {
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
