package com.ojeomneo.server.order;

import com.ojeomneo.order.OrderProgress;
import com.ojeomneo.order.PaymentReconciler;
import com.ojeomneo.order.RefundRunner;
import com.ojeomneo.order.WebhookInbox;
import com.ojeomneo.platform.background.BackgroundJobs;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;

/** What happens to orders without anybody asking: expiry, settling of open attempts, refunds. */
@Singleton
class OrderJobs {
  void begin(
      @Observes StartupEvent start,
      BackgroundJobs jobs,
      OrderProgress progress,
      PaymentReconciler reconciler,
      RefundRunner refunds,
      WebhookInbox webhooks,
      MeterRegistry metrics) {
    var expired = metrics.counter("ojeomneo_order_expired");
    jobs.every(
        Duration.ofSeconds(1), "order-expiry", () -> expired.increment(progress.expireUnpaid()));
    jobs.every(Duration.ofSeconds(10), "order-forgotten", progress::endForgotten);
    jobs.every(Duration.ofMillis(500), "payment-reconciler", reconciler::settleDue);
    jobs.every(Duration.ofMillis(500), "payment-checks", reconciler::checkDue);
    jobs.every(Duration.ofMillis(500), "refunds", refunds::payDue);
    jobs.every(Duration.ofHours(1), "webhooks-forget", webhooks::forgetOld);
  }
}
