package com.ojeomneo.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ojeomneo.sandbox.Fault.Effect;
import com.ojeomneo.sandbox.Fault.Operation;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChaosTest {
  private static final String ALL =
      """
      {"seed": 7, "confirm": {"delay": 0.2, "hang-before": 0.1, "hang-after": 0.1,
       "drop-after": 0.1, "error": 0.2, "error-after": 0.2}}
      """;

  private final String orderId = TestShop.newOrder();
  private TestShop shop;

  @BeforeEach
  void open() throws Exception {
    shop = TestShop.open();
  }

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void theSameSeedDrawsTheSameFaults() {
    assertThat(drawn(ALL)).isEqualTo(drawn(ALL));
    assertThat(drawn(ALL)).isNotEqualTo(drawn(ALL.replace("7", "8")));
  }

  @Test
  void everyEffectComesAboutAsOftenAsItIsAskedFor() {
    var drawn = drawn(ALL);

    assertThat(share(drawn, Effect.NONE)).isBetween(0.05, 0.15);
    assertThat(share(drawn, Effect.DELAY)).isBetween(0.15, 0.25);
    assertThat(share(drawn, Effect.HANG_BEFORE)).isBetween(0.05, 0.15);
    assertThat(share(drawn, Effect.HANG_AFTER)).isBetween(0.05, 0.15);
    assertThat(share(drawn, Effect.DROP_AFTER)).isBetween(0.05, 0.15);
    assertThat(share(drawn, Effect.ERROR)).isBetween(0.35, 0.45);
  }

  @Test
  void everyAmbiguousErrorComesBeforeTheWorkAndAfterIt() {
    for (boolean after : new boolean[] {false, true}) {
      Set<Answer> errors =
          drawn(ALL).stream()
              .filter(fault -> fault.after() == after)
              .flatMap(fault -> fault.error().stream())
              .collect(Collectors.toSet());

      assertThat(errors)
          .containsAll(Operation.CONFIRM.ambiguous.stream().map(ErrorCode::answer).toList())
          .contains(Answer.bare(502), Answer.bare(503), Answer.bare(504));
    }
  }

  @Test
  void itHitsItsOperationUntilItIsEnded() throws Exception {
    String paymentKey = shop.authenticate(orderId, 12_000);
    set("{'confirm':{'drop-after':1}}");
    assertThatThrownBy(() -> shop.confirm(paymentKey, orderId, 12_000))
        .isInstanceOf(IOException.class);
    assertThat(shop.lookUp(paymentKey).text("status")).isEqualTo("DONE");

    assertThat(shop.control("DELETE", "/sandbox/chaos", "").status()).isEqualTo(204);

    assertThat(shop.confirm(paymentKey, orderId, 12_000).status()).isEqualTo(400);
    assertThat(shop.control("GET", "/sandbox/chaos", "").json().get("chaos").isNull()).isTrue();
  }

  @Test
  void aQueuedFaultGoesFirst() throws Exception {
    String paymentKey = shop.authenticate(orderId, 12_000);
    set("{'confirm':{'drop-after':1}}");
    shop.fault(orderId, "'operation':'confirm','effect':'error','code':'UNKNOWN_PAYMENT_ERROR'");

    assertThat(shop.confirm(paymentKey, orderId, 12_000).code()).isEqualTo("UNKNOWN_PAYMENT_ERROR");
  }

  @Test
  void anErrorThatCouldHideAChargeIsNotRepeatedForeverUnderItsKey() throws Exception {
    String key = TestShop.newKey();
    String paymentKey = shop.charged(orderId, 12_000);
    shop.fault(
        orderId,
        "'operation':'cancel','effect':'error','code':'IDEMPOTENT_REQUEST_PROCESSING',"
            + "'after':true");

    Reply busy = shop.cancel(paymentKey, 1_000, "Idempotency-Key", key);
    Reply again = shop.cancel(paymentKey, 1_000, "Idempotency-Key", key);

    assertThat(busy.status()).isEqualTo(409);
    assertThat(again.number("balanceAmount")).isEqualTo(11_000);
    assertThat(shop.lookUp(paymentKey).json().get("cancels")).hasSize(1);
  }

  @Test
  void itSaysWhatItDoes() throws Exception {
    Reply reply = set("{'seed':1,'cancel':{'delay':0.5},'delayMillis':[1,2]}");

    assertThat(reply.json().get("chaos"))
        .isEqualTo(
            Json.object(
                """
                {"seed": 1, "cancel": {"delay": 0.5}, "delayMillis": [1, 2],
                 "hangMillis": [3000, 6000]}
                """));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'confirm':{'delay':1.5}}",
        "{'confirm':{'delay':0.6,'error':0.6}}",
        "{'confirm':{'delay':-0.1}}",
        "{'confirm':{'explode':0.1}}",
        "{'confirm':0.5}",
        "{'refund':{'delay':0.5}}",
        "{'delayMillis':[5,1]}",
        "{'hangMillis':5}",
        "{'seed':'one'}"
      })
  void chaosThatCannotBeIsRefused(String json) throws Exception {
    assertThat(set(json).code()).isEqualTo("INVALID_REQUEST");
  }

  private Reply set(String json) throws Exception {
    return shop.control("PUT", "/sandbox/chaos", json);
  }

  private static List<Fault> drawn(String json) {
    Chaos chaos = Chaos.from(Json.object(json));
    return Stream.generate(() -> chaos.next(Operation.CONFIRM)).limit(1_000).toList();
  }

  private static double share(List<Fault> faults, Effect effect) {
    return faults.stream().filter(fault -> fault.effect() == effect).count()
        / (double) faults.size();
  }
}
