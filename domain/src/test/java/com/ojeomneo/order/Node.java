package com.ojeomneo.order;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.ojeomneo.payment.PaymentPage;
import com.ojeomneo.payment.TossPayments;
import com.ojeomneo.platform.database.Database;
import com.ojeomneo.platform.idempotency.IdempotencyKeys;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;

/** The order domain put together as on one node of the Server, with a clock of its own. */
public final class Node {
  public static final String CLIENT_KEY = "test_ck_tests";
  public static final String SECRET_KEY = "test_sk_tests";

  /** Longer than any test keeps a call waiting. */
  public static final Duration PROVIDER_TIMEOUT = Duration.ofSeconds(30);

  public static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();

  public final Database database;
  public final OrderViews views;
  public final Checkout checkout;
  public final OrderProgress progress;
  public final OrderPayment payment;
  public final OrderRefund refund;
  public final Till till;
  public final StaffCheckout staffCheckout;
  public final OrderChange change;
  public final OrderCorrection correction;
  public final PaymentReconciler reconciler;
  public final RefundRunner refunds;
  public final WebhookInbox webhooks;
  public final IdempotencyKeys keys;

  public Node(DataSource source, URI provider, Clock clock) {
    var toss =
        new TossPayments(provider, SECRET_KEY, PROVIDER_TIMEOUT, JSON, new SimpleMeterRegistry());
    database = new Database(source);
    views = new OrderViews(new PaymentPage(provider, provider, CLIENT_KEY), clock);
    var events = new OrderEvents(views, JSON, clock);
    checkout = new Checkout(database, events, clock);
    progress = new OrderProgress(database, events, views, clock);
    payment = new OrderPayment(database, progress, toss, clock);
    refund = new OrderRefund(database, progress, clock);
    till = new Till(database, progress, clock);
    staffCheckout = new StaffCheckout(database, checkout, progress, till, JSON, clock);
    change = new OrderChange(database, progress, JSON, clock);
    correction = new OrderCorrection(database, progress, clock);
    reconciler = new PaymentReconciler(database, payment, toss, clock);
    refunds = new RefundRunner(database, payment, progress, toss, clock);
    webhooks = new WebhookInbox(database, clock);
    keys = new IdempotencyKeys(database, clock);
  }
}
