package com.ojeomneo.sandbox;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Sends what is due, many at once, until it is closed. Whatever a shop does with a webhook, the API
 * does not wait for it; several sandboxes on one database share the work.
 */
final class WebhookSender implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(WebhookSender.class.getName());

  private static final Duration LONGEST_TRY = Duration.ofSeconds(10);
  private static final Duration LEASE = LONGEST_TRY.plusSeconds(10);
  private static final int MOST_AT_ONCE = 64;
  private static final long POLL_MILLIS = 100;
  private static final int MOST_EXPIRED = 100;

  private final Memory memory;
  private final Webhooks webhooks;
  private final Ledger ledger;
  private final AtomicReference<WebhookSettings> settings;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Semaphore free = new Semaphore(MOST_AT_ONCE);
  private final HttpClient http =
      HttpClient.newBuilder().version(Version.HTTP_1_1).connectTimeout(LONGEST_TRY).build();
  private boolean failing;

  WebhookSender(
      Memory memory, Webhooks webhooks, Ledger ledger, AtomicReference<WebhookSettings> settings) {
    this.memory = memory;
    this.webhooks = webhooks;
    this.ledger = ledger;
    this.settings = settings;
  }

  void start() {
    threads.execute(this::run);
  }

  private void run() {
    try {
      while (true) {
        if (settings.get().url().isEmpty() || !round()) {
          TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Begins one try. @return false when there is nothing to do now */
  private boolean round() throws InterruptedException {
    free.acquire();
    try {
      Optional<Webhook> next = next();
      failing = false;
      next.ifPresentOrElse(webhook -> threads.execute(() -> send(webhook)), free::release);
      return next.isPresent();
    } catch (SQLException e) {
      free.release();
      if (!failing) {
        LOG.log(Level.WARNING, "webhooks wait for the database: {0}", e.getMessage());
      }
      failing = true;
      return false;
    }
  }

  private Optional<Webhook> next() throws SQLException {
    return memory.transaction(
        connection -> {
          ledger.expire(connection, MOST_EXPIRED);
          return webhooks.claim(connection, ledger.now(), LEASE);
        });
  }

  private void send(Webhook webhook) {
    try {
      WebhookSettings how = settings.get();
      if (how.url().isPresent()) {
        String response = response(how.url().get(), webhook);
        boolean taken = response.equals(Integer.toString(Webhook.TAKEN));
        Optional<Instant> again =
            taken
                ? Optional.empty()
                : Webhook.retry(webhook.tries() + 1, ledger.now(), how.minute());
        memory.transaction(
            connection -> {
              webhooks.settle(connection, webhook, response, again);
              return null;
            });
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (SQLException e) {
      // The claim ends by itself, and the webhook is sent again.
      LOG.log(Level.WARNING, "a webhook was sent and not recorded: {0}", e.getMessage());
    } finally {
      free.release();
    }
  }

  /** The status, or why there is none. */
  private String response(URI url, Webhook webhook) throws InterruptedException {
    var request =
        HttpRequest.newBuilder(url)
            .header("Content-Type", "application/json")
            .header("tosspayments-webhook-transmission-id", webhook.transmissionId())
            .header("tosspayments-webhook-transmission-time", PaymentJson.time(ledger.now()))
            .header(
                "tosspayments-webhook-transmission-retried-count",
                Integer.toString(webhook.tries()))
            .POST(BodyPublishers.ofString(webhook.body()))
            .build();
    // The request's own time-out ends with the headers: a body could drip for ever.
    var answer = http.sendAsync(request, BodyHandlers.discarding());
    try {
      return Integer.toString(
          answer.get(LONGEST_TRY.toMillis(), TimeUnit.MILLISECONDS).statusCode());
    } catch (TimeoutException e) {
      return "no answer in 10 s";
    } catch (ExecutionException e) {
      return e.getCause() instanceof IOException
          ? e.getCause().getClass().getSimpleName()
          : "failed";
    } finally {
      answer.cancel(true);
    }
  }

  /** Cuts what is on its way: it is sent again after a restart. */
  @Override
  public void close() {
    threads.shutdownNow();
    http.shutdownNow();
  }
}
