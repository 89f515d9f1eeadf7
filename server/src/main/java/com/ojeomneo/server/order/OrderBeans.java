package com.ojeomneo.server.order;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.ojeomneo.order.Checkout;
import com.ojeomneo.order.OrderEvents;
import com.ojeomneo.order.OrderPayment;
import com.ojeomneo.order.OrderProgress;
import com.ojeomneo.order.OrderViews;
import com.ojeomneo.order.PaymentReconciler;
import com.ojeomneo.order.RefundRunner;
import com.ojeomneo.order.WebhookInbox;
import com.ojeomneo.payment.PaymentPage;
import com.ojeomneo.payment.TossPayments;
import com.ojeomneo.platform.database.Database;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The order domain, wired: plain objects there, beans here. */
@Singleton
class OrderBeans {
  @Produces
  @Singleton
  PaymentPage paymentPage(
      @ConfigProperty(name = "ojeomneo.toss.base-url") URI provider,
      @ConfigProperty(name = "ojeomneo.toss.client-key") String clientKey,
      @ConfigProperty(name = "ojeomneo.public-url") URI publicUrl) {
    return new PaymentPage(provider, publicUrl, clientKey);
  }

  @Produces
  @Singleton
  TossPayments provider(
      @ConfigProperty(name = "ojeomneo.toss.base-url") URI baseUrl,
      @ConfigProperty(name = "ojeomneo.toss.secret-key") String secretKey,
      @ConfigProperty(name = "ojeomneo.toss.timeout") Duration timeout,
      ObjectMapper json,
      MeterRegistry metrics) {
    return new TossPayments(baseUrl, secretKey, timeout, json, metrics);
  }

  @Produces
  @Singleton
  OrderViews views(PaymentPage paymentPage, Clock clock) {
    return new OrderViews(paymentPage, clock);
  }

  @Produces
  @Singleton
  OrderEvents events(OrderViews views, ObjectMapper json, Clock clock) {
    return new OrderEvents(views, json, clock);
  }

  @Produces
  @Singleton
  Checkout checkout(Database database, OrderEvents events, Clock clock) {
    return new Checkout(database, events, clock);
  }

  @Produces
  @Singleton
  OrderProgress progress(Database database, OrderEvents events, OrderViews views, Clock clock) {
    return new OrderProgress(database, events, views, clock);
  }

  @Produces
  @Singleton
  OrderPayment payment(
      Database database, OrderProgress progress, TossPayments provider, Clock clock) {
    return new OrderPayment(database, progress, provider, clock);
  }

  @Produces
  @Singleton
  PaymentReconciler reconciler(
      Database database, OrderPayment payment, TossPayments provider, Clock clock) {
    return new PaymentReconciler(database, payment, provider, clock);
  }

  @Produces
  @Singleton
  RefundRunner refunds(
      Database database,
      OrderPayment payment,
      OrderProgress progress,
      TossPayments provider,
      Clock clock) {
    return new RefundRunner(database, payment, progress, provider, clock);
  }

  @Produces
  @Singleton
  WebhookInbox webhooks(Database database, Clock clock) {
    return new WebhookInbox(database, clock);
  }
}
