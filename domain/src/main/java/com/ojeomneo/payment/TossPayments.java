package com.ojeomneo.payment;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.ojeomneo.money.Won;
import com.ojeomneo.platform.json.ForeignText;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/**
 * The HTTP API of Toss Payments (docs.tosspayments.com/reference). Calls block, so they belong on a
 * virtual thread and outside any transaction. None of them throws for what the provider or the
 * network does: every way it can end is an {@link Outcome}.
 */
public final class TossPayments {
  /** Refuses a confirm because the order has another payment: that one is to be looked for. */
  public static final String DUPLICATED_ORDER_ID = "DUPLICATED_ORDER_ID";

  private static final Logger LOG = Logger.getLogger(TossPayments.class);
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);
  private static final int NOT_FOUND = 404;
  private static final int REQUEST_TIMEOUT = 408;
  private static final int CONFLICT = 409;
  private static final int TOO_MANY = 429;

  /** Codes after which money may or may not have moved, whatever their HTTP status. */
  private static final Set<String> AMBIGUOUS =
      Set.of(
          "ALREADY_PROCESSED_PAYMENT",
          "PROVIDER_ERROR",
          "IDEMPOTENT_REQUEST_PROCESSING",
          "FORBIDDEN_CONSECUTIVE_REQUEST",
          "UNKNOWN_PAYMENT_ERROR",
          "COMMON_ERROR",
          // Our own key is wrong: nothing moved, but the customer's card was not refused either.
          "UNAUTHORIZED_KEY",
          "INVALID_API_KEY");

  private final URI baseUrl;
  private final String authorization;
  private final Duration timeout;
  private final MeterRegistry metrics;
  private final HttpClient http;
  private final ObjectMapper json;

  /**
   * @param timeout for one whole call; what takes longer has an unknown outcome
   */
  public TossPayments(
      URI baseUrl, String secretKey, Duration timeout, ObjectMapper json, MeterRegistry metrics) {
    this.baseUrl = baseUrl;
    this.authorization =
        "Basic "
            + Base64.getEncoder()
                .encodeToString((secretKey + ":").getBytes(StandardCharsets.UTF_8));
    this.timeout = timeout;
    this.metrics = metrics;
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_TIMEOUT)
            .build();
    this.json =
        json.copy()
            .enable(DeserializationFeature.READ_UNKNOWN_ENUM_VALUES_USING_DEFAULT_VALUE)
            .configure(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES, false);
  }

  /** How long a call may take at most. */
  public Duration timeout() {
    return timeout;
  }

  /**
   * Takes the money of an authenticated payment. Repeated with the same key it takes it once.
   *
   * @param idempotencyKey derived from the attempt, so that a repeat after a crash is the same call
   */
  public Outcome confirm(String paymentKey, UUID order, Won amount, String idempotencyKey) {
    return call(
        "confirm",
        request("/v1/payments/confirm")
            .header("Idempotency-Key", idempotencyKey)
            .POST(
                body(
                    Map.of(
                        "paymentKey", paymentKey,
                        "orderId", order.toString(),
                        "amount", amount.amount()))));
  }

  /** Gives back part or all of a charge. */
  public Outcome cancel(String paymentKey, Won amount, String reason, String idempotencyKey) {
    return call(
        "cancel",
        request("/v1/payments/" + encode(paymentKey) + "/cancel")
            .header("Idempotency-Key", idempotencyKey)
            .POST(body(Map.of("cancelReason", reason, "cancelAmount", amount.amount()))));
  }

  /** {@code Refused} only when the provider has no such payment. */
  public Outcome find(String paymentKey) {
    return call("find", request("/v1/payments/" + encode(paymentKey)).GET());
  }

  /** {@code Refused} only when the provider has no payment for the order. */
  public Outcome findByOrder(UUID order) {
    return call("find-by-order", request("/v1/payments/orders/" + order).GET());
  }

  private Outcome call(String name, HttpRequest.Builder request) {
    long start = System.nanoTime();
    Outcome outcome = send(request.build());
    String result =
        switch (outcome) {
          case Outcome.Answered _ -> "answered";
          case Outcome.Refused _ -> "refused";
          case Outcome.Unknown _ -> "unknown";
        };
    metrics
        .timer("ojeomneo_payment_provider_call", "call", name, "outcome", result)
        .record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
    if (outcome instanceof Outcome.Unknown unknown) {
      LOG.warnf("payment provider: %s has an unknown outcome: %s", name, unknown.reason());
    }
    return outcome;
  }

  private Outcome send(HttpRequest request) {
    // The time-out of HttpRequest ends with the headers; this one covers a body that never comes.
    var sent = http.sendAsync(request, HttpResponse.BodyHandlers.ofString());
    try {
      HttpResponse<String> response = sent.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
      return read(response);
    } catch (TimeoutException e) {
      sent.cancel(true);
      return new Outcome.Unknown("no answer within " + timeout.toMillis() + " ms");
    } catch (ExecutionException e) {
      return new Outcome.Unknown(e.getCause().getClass().getSimpleName());
    } catch (InterruptedException e) {
      sent.cancel(true);
      Thread.currentThread().interrupt();
      return new Outcome.Unknown("interrupted");
    }
  }

  private Outcome read(HttpResponse<String> response) {
    int status = response.statusCode();
    try {
      if (status == 200) {
        Charge charge = json.readValue(response.body(), Charge.class);
        return charge == null
                || charge.paymentKey() == null
                || charge.orderId() == null
                || charge.status() == null
            ? new Outcome.Unknown("an answer without a payment")
            : new Outcome.Answered(charge);
      }
      ProviderError error = json.readValue(response.body(), ProviderError.class);
      if (error == null || error.code() == null) {
        return new Outcome.Unknown(status + " without a code");
      }
      boolean settled = isLookUp(response) ? status == NOT_FOUND : isFinal(status);
      if (!settled || isAmbiguous(error.code())) {
        return new Outcome.Unknown(status + " " + error.code(), isKept(status));
      }
      return new Outcome.Refused(error.code(), error.message());
    } catch (JsonProcessingException e) {
      return new Outcome.Unknown(status + " with a body that is not the provider's");
    }
  }

  /** Only one refusal of a look-up says something about money: that there is no such payment. */
  private static boolean isLookUp(HttpResponse<String> response) {
    return response.request().method().equals("GET");
  }

  private static boolean isFinal(int status) {
    return status >= 400 && status < 500 && status != REQUEST_TIMEOUT && status != TOO_MANY;
  }

  /** A key that is still being worked on (409) has no answer yet; server errors are not kept. */
  private static boolean isKept(int status) {
    return isFinal(status) && status != CONFLICT;
  }

  private static boolean isAmbiguous(String code) {
    return AMBIGUOUS.contains(code) || (code.startsWith("FAILED_") && code.endsWith("_PROCESSING"));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(baseUrl.resolve(path))
        .timeout(timeout)
        .header("Authorization", authorization)
        .header("Content-Type", "application/json");
  }

  private HttpRequest.BodyPublisher body(Map<String, Object> members) {
    try {
      return HttpRequest.BodyPublishers.ofString(json.writeValueAsString(members));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String encode(String pathSegment) {
    return URLEncoder.encode(pathSegment, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** Stored, logged and shown to staff. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  private record ProviderError(String code, String message) {
    ProviderError {
      code = ForeignText.line(code);
      message = ForeignText.line(message);
    }
  }
}
