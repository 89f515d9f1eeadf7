package com.ojeomneo.server.push;

import static com.ojeomneo.server.push.FcmPushTest.MESSAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ojeomneo.platform.push.ApnsKey;
import com.ojeomneo.platform.push.ApnsPush;
import com.ojeomneo.platform.push.ApnsToken;
import com.ojeomneo.platform.push.Outcome;
import com.ojeomneo.platform.push.PushHttp;
import com.ojeomneo.server.Race;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApnsPushTest {
  private static final Outcome SENT = new Outcome.Sent();
  private static final Outcome GONE = new Outcome.Gone();
  private static final Outcome REFUSED = new Outcome.Refused();
  private static final Outcome NOT_NOW = new Outcome.Failed(Duration.ZERO);

  private final MovableClock clock = new MovableClock();
  private final Apple apple = Apple.start(clock);
  private final Apple.Phone phone = apple.phone();
  private final ApnsPush push = sender("com.ojeomneo.app");

  @AfterEach
  void stop() {
    apple.close();
  }

  @Test
  void aPhoneShowsTheMessageInPlaceOfTheLastOneOfTheOrder() {
    assertThat(push.send(MESSAGE, token())).isEqualTo(SENT);

    Apple.Received received = phone.received().getFirst();
    assertThat(received.payload().at("/aps/alert/title").asText()).isEqualTo("A17 · 음식이 준비됐어요");
    assertThat(received.payload().at("/aps/alert/body").asText()).isEqualTo(MESSAGE.body());
    assertThat(received.payload().at("/aps/sound").asText()).isEqualTo("default");
    assertThat(received.payload().at("/url").asText()).isEqualTo("/orders/1");
    assertThat(received.headers())
        .containsEntry("apns-collapse-id", "order-1")
        .containsEntry("apns-push-type", "alert")
        .containsEntry("apns-priority", "10");
    long expires = Long.parseLong(received.headers().get("apns-expiration"));
    assertThat(expires - clock.instant().getEpochSecond()).isBetween(1190L, 1200L);
  }

  @Test
  void ourTokenIsRenewedWithinTheHourAndNotMoreOftenThanAppleWants() {
    assertThat(Race.of(20, i -> push.send(MESSAGE, token()))).containsOnly(SENT);
    clock.moveOn(Duration.ofMinutes(39));
    assertThat(push.send(MESSAGE, token())).isEqualTo(SENT);
    assertThat(apple.tokens()).isOne();
    clock.moveOn(Duration.ofMinutes(2));
    assertThat(push.send(MESSAGE, token())).isEqualTo(SENT);
    assertThat(apple.tokens()).isEqualTo(2);
  }

  @Test
  void oneThatAppleFindsTooOldIsRenewedOnceInTwentyMinutes() {
    push.send(MESSAGE, token());
    apple.distrustTokens();
    assertThat(Race.of(10, i -> push.send(MESSAGE, token()))).containsOnly(SENT);
    assertThat(apple.tokens()).isEqualTo(2);
    apple.distrustTokens();
    assertThat(push.send(MESSAGE, token())).isEqualTo(NOT_NOW);
    assertThat(apple.tokens()).isEqualTo(2);
    clock.moveOn(Duration.ofMinutes(21));
    assertThat(push.send(MESSAGE, token())).isEqualTo(SENT);
  }

  @ParameterizedTest
  @CsvSource({
    "410, Unregistered",
    "410, ExpiredToken",
    "400, BadDeviceToken",
    "400, DeviceTokenNotForTopic"
  })
  void aPhoneThatIsGoneIsTold(int status, String reason) {
    phone.answering(status, reason);
    assertThat(push.send(MESSAGE, token())).isEqualTo(GONE);
  }

  @ParameterizedTest
  @CsvSource({"400, BadExpirationDate", "413, PayloadTooLarge"})
  void aMessageThatIsWrongIsNoFaultOfThePhone(int status, String reason) {
    phone.answering(status, reason);
    assertThat(push.send(MESSAGE, token())).isEqualTo(REFUSED);
  }

  @ParameterizedTest
  @CsvSource({
    "403, InvalidProviderToken",
    "429, TooManyRequests",
    "429, TooManyProviderTokenUpdates",
    "500, InternalServerError",
    "503, Shutdown"
  })
  void whatIsNotTakenNowIsTriedAgain(int status, String reason) {
    phone.answering(status, reason);
    assertThat(push.send(MESSAGE, token())).isEqualTo(NOT_NOW);
    assertThat(push.send(MESSAGE, token())).isEqualTo(SENT);
  }

  @Test
  void anotherAppsTokenIsNotOurs() {
    assertThat(sender("com.example.other").send(MESSAGE, token())).isEqualTo(GONE);
  }

  @Test
  void withNobodyThereEverythingWaits() {
    push.send(MESSAGE, token());
    apple.close();
    assertThat(push.send(MESSAGE, token())).isEqualTo(NOT_NOW);
  }

  @Test
  void settingsMayWriteTheLinesOfAKeyInOne() {
    String line = apple.privateKey().replace("\n", "\\n");
    assertThat(ApnsKey.of(Apple.KEY_ID, Apple.TEAM, line)).hasToString("ApnsKey[ABC123DEFG]");
  }

  @ParameterizedTest
  @CsvSource({
    "s3cret, TEAM123456, s3cret, APNS_KEY_ID must be ten letters and digits",
    "ABC123DEFG, s3cret, s3cret, APPLE_TEAM_ID must be ten letters and digits",
    "ABC123DEFG, TEAM123456, s3cret, "
        + "APNS_PRIVATE_KEY must be the PEM of a PKCS #8 key of P-256 (AuthKey_*.p8)"
  })
  void aWrongSettingIsNamedAndNotQuoted(String keyId, String team, String pem, String message) {
    assertThatThrownBy(() -> ApnsKey.of(keyId, team, pem))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message)
        .hasNoCause();
  }

  private ApnsToken token() {
    return new ApnsToken(phone.token());
  }

  private ApnsPush sender(String app) {
    var key = ApnsKey.of(Apple.KEY_ID, Apple.TEAM, apple.privateKey());
    return new ApnsPush(apple.address(), app, key, new PushHttp(clock), clock);
  }
}
