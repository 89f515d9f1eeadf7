package com.ojeomneo.payment;

import static org.assertj.core.api.Assertions.assertThat;

import com.ojeomneo.money.Won;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import org.jboss.logmanager.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TossPaymentsTest {
  private static final UUID ORDER = UUID.fromString("01975f6e-0000-7000-8000-000000000001");
  private static final Won AMOUNT = new Won(9000);
  private static final String DONE =
      """
      {"paymentKey":"pk","orderId":"%s","status":"DONE","currency":"KRW","totalAmount":9000,
       "balanceAmount":9000,"method":"카드","approvedAt":"2026-03-02T12:00:00+09:00",
       "receipt":{"url":"https://r"},"cancels":null,"somethingNew":{"a":1}}
      """
          .formatted(ORDER);

  @ParameterizedTest
  @CsvSource({
    "400, ALREADY_PROCESSED_PAYMENT",
    "400, PROVIDER_ERROR",
    "409, IDEMPOTENT_REQUEST_PROCESSING",
    "403, FORBIDDEN_CONSECUTIVE_REQUEST",
    "500, FAILED_PAYMENT_INTERNAL_SYSTEM_PROCESSING",
    "500, FAILED_INTERNAL_SYSTEM_PROCESSING",
    "400, FAILED_CARD_COMPANY_PROCESSING",
    "500, UNKNOWN_PAYMENT_ERROR",
    "400, UNKNOWN_PAYMENT_ERROR",
    "400, COMMON_ERROR",
    "401, UNAUTHORIZED_KEY",
    "500, REJECT_CARD_PAYMENT",
    "503, ANYTHING",
    "429, ANYTHING",
    "408, ANYTHING",
    "302, ANYTHING"
  })
  void whatMayHaveMovedMoneyIsUnknown(int status, String code) throws IOException {
    try (var provider = StubProvider.refusing(status, code)) {
      assertThat(confirm(provider)).isInstanceOf(Outcome.Unknown.class);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "403, REJECT_CARD_PAYMENT",
    "403, REJECT_CARD_COMPANY",
    "403, REJECT_ACCOUNT_PAYMENT",
    "400, INVALID_REQUEST",
    "400, INVALID_STOPPED_CARD",
    "403, EXCEED_MAX_DAILY_PAYMENT_COUNT",
    "404, NOT_FOUND_PAYMENT_SESSION",
    "400, ALREADY_CANCELED_PAYMENT",
    "403, NOT_CANCELABLE_AMOUNT"
  })
  void whatMovedNothingIsRefused(int status, String code) throws IOException {
    try (var provider = StubProvider.refusing(status, code)) {
      assertThat(confirm(provider)).isEqualTo(new Outcome.Refused(code, "왜냐하면"));
    }
  }

  /** It is logged, and stored for staff to read. */
  @Test
  void whatTheProviderWritesIsOneShortLine() throws IOException {
    String body =
        "{\"code\":\"REJECT\\nCARD\",\"message\":\"no\\n2026 ERROR %s\"}"
            .formatted("x".repeat(5000));
    try (var provider = StubProvider.answering(403, body)) {
      assertThat(confirm(provider))
          .isEqualTo(new Outcome.Refused("REJECT?CARD", "no?2026 ERROR " + "x".repeat(186)));
    }
  }

  /** That we may not look is no answer to whether money moved. */
  @Test
  void onlyALookUpThatFindsNothingIsRefused() throws IOException {
    try (var provider = StubProvider.refusing(403, "FORBIDDEN_REQUEST")) {
      assertThat(provider.client().find("pk")).isInstanceOf(Outcome.Unknown.class);
      assertThat(provider.client().findByOrder(ORDER)).isInstanceOf(Outcome.Unknown.class);
    }
    try (var provider = StubProvider.refusing(404, "NOT_FOUND_PAYMENT")) {
      assertThat(provider.client().find("pk")).isInstanceOf(Outcome.Refused.class);
      assertThat(provider.client().findByOrder(ORDER)).isInstanceOf(Outcome.Refused.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{}",
        "{\"message\":\"x\"}",
        "<html>502 Bad Gateway</html>",
        "\"x\"",
        "{\"paymentKey\":\"pk\"}",
        "{\"paymentKey\":\"pk\",\"status\":"
      })
  void aBodyThatIsNotTheProvidersIsUnknown(String body) throws IOException {
    for (int status : List.of(200, 400, 404, 502)) {
      try (var provider = StubProvider.answering(status, body)) {
        assertThat(confirm(provider)).as("%d %s", status, body).isInstanceOf(Outcome.Unknown.class);
      }
    }
  }

  @Test
  void nobodyThereIsUnknown() throws IOException {
    URI gone;
    try (var provider = StubProvider.answering(200, DONE)) {
      gone = provider.address();
    }
    assertThat(StubProvider.client(gone).confirm("pk", ORDER, AMOUNT, "k"))
        .isInstanceOf(Outcome.Unknown.class);
  }

  @Test
  void aCallThatIsNotAnsweredEndsInTime() throws IOException {
    try (var provider = StubProvider.silent()) {
      endsInTime(provider);
    }
  }

  @Test
  void aBodyThatNeverEndsEndsInTime() throws IOException {
    try (var provider = StubProvider.stalling()) {
      endsInTime(provider);
    }
  }

  @Test
  void aConnectionThatIsClosedWithoutAnAnswerIsUnknown() throws IOException {
    try (var provider = new StubProvider(exchange -> {})) {
      assertThat(confirm(provider)).isInstanceOf(Outcome.Unknown.class);
    }
  }

  @Test
  void aChargeIsReadAsItIs() throws IOException {
    try (var provider = StubProvider.answering(200, DONE)) {
      assertThat(confirm(provider))
          .isInstanceOfSatisfying(
              Outcome.Answered.class,
              answered -> {
                assertThat(answered.charge().pays(ORDER, AMOUNT)).isTrue();
                assertThat(answered.charge().pays(ORDER, new Won(8999))).isFalse();
                assertThat(answered.charge().pays(UUID.randomUUID(), AMOUNT)).isFalse();
                assertThat(answered.charge().receiptUrl()).isEqualTo("https://r");
              });
    }
  }

  @Test
  void onlyDoneAndOnlyWonPays() throws IOException {
    for (String other :
        List.of(
            DONE.replace("DONE", "WAITING_FOR_DEPOSIT"),
            DONE.replace("DONE", "IN_PROGRESS"),
            DONE.replace("KRW", "USD"))) {
      try (var provider = StubProvider.answering(200, other)) {
        assertThat(((Outcome.Answered) confirm(provider)).charge().pays(ORDER, AMOUNT)).isFalse();
      }
    }
  }

  @Test
  void aStateThatTheProviderAddsLaterIsNotAFailure() throws IOException {
    try (var provider = StubProvider.answering(200, DONE.replace("DONE", "HELD_BY_ROBOTS"))) {
      assertThat(((Outcome.Answered) confirm(provider)).charge().status())
          .isEqualTo(Charge.Status.UNKNOWN);
    }
  }

  @Test
  void eachCallSaysWhoAsksAndUnderWhichKey() throws Exception {
    try (var provider = StubProvider.answering(200, DONE)) {
      TossPayments client = provider.client();
      client.confirm("p/k?", ORDER, AMOUNT, "confirm-1");
      StubProvider.Seen confirm = provider.next();
      assertThat(confirm.method() + " " + confirm.path()).isEqualTo("POST /v1/payments/confirm");
      assertThat(confirm.key()).isEqualTo("confirm-1");
      assertThat(confirm.authorization())
          .isEqualTo(
              "Basic "
                  + Base64.getEncoder()
                      .encodeToString(
                          (StubProvider.SECRET + ":").getBytes(StandardCharsets.UTF_8)));
      assertThat(confirm.body())
          .contains("\"paymentKey\":\"p/k?\"", "\"orderId\":\"" + ORDER + "\"", "\"amount\":9000");

      client.cancel("p/k?", AMOUNT, "변심", "refund-1");
      StubProvider.Seen cancel = provider.next();
      assertThat(cancel.path()).isEqualTo("/v1/payments/p%2Fk%3F/cancel");
      assertThat(cancel.key()).isEqualTo("refund-1");
      assertThat(cancel.body()).contains("\"cancelReason\":\"변심\"", "\"cancelAmount\":9000");

      client.find("p k");
      assertThat(provider.next().path()).isEqualTo("/v1/payments/p%20k");
      client.findByOrder(ORDER);
      assertThat(provider.next().path()).isEqualTo("/v1/payments/orders/" + ORDER);
    }
  }

  @Test
  void theSecretIsNeverLogged() throws IOException {
    var logged = new ArrayList<String>();
    var handler =
        new Handler() {
          @Override
          public void publish(LogRecord record) {
            logged.add(record.getMessage() + Arrays.toString(record.getParameters()));
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    Logger log = Logger.getLogger(TossPayments.class.getName());
    log.addHandler(handler);
    try (var provider = StubProvider.refusing(401, "UNAUTHORIZED_KEY")) {
      Outcome outcome = confirm(provider);
      assertThat(outcome.toString() + provider.client() + logged)
          .doesNotContain(StubProvider.SECRET, "Basic");
      assertThat(logged).isNotEmpty();
    } finally {
      log.removeHandler(handler);
    }
  }

  private static void endsInTime(StubProvider provider) {
    long start = System.nanoTime();
    assertThat(confirm(provider)).isInstanceOf(Outcome.Unknown.class);
    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .isBetween(StubProvider.TIMEOUT.minusMillis(50), StubProvider.TIMEOUT.plusSeconds(2));
  }

  private static Outcome confirm(StubProvider provider) {
    return provider.client().confirm("pk", ORDER, AMOUNT, "k");
  }
}
