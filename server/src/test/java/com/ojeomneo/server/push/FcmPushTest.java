package com.ojeomneo.server.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.databind.JsonNode;
import com.ojeomneo.platform.push.FcmPush;
import com.ojeomneo.platform.push.FcmToken;
import com.ojeomneo.platform.push.Outcome;
import com.ojeomneo.platform.push.PushHttp;
import com.ojeomneo.platform.push.PushMessage;
import com.ojeomneo.platform.push.ServiceAccount;
import com.ojeomneo.server.Race;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FcmPushTest {
  static final PushMessage MESSAGE =
      new PushMessage(
          "A17 · 음식이 준비됐어요",
          "종로 김치찌개 · 지금 찾으러 오세요",
          "order-1",
          "AZdfbgAAcACAAAAAAAAAAQ",
          Map.of("url", "/orders/1"),
          Duration.ofMinutes(20));
  private static final Outcome SENT = new Outcome.Sent();
  private static final Outcome GONE = new Outcome.Gone();
  private static final Outcome REFUSED = new Outcome.Refused();
  private static final Outcome NOT_NOW = new Outcome.Failed(Duration.ZERO);

  private final MovableClock clock = new MovableClock();
  private final Firebase firebase = Firebase.start(clock);
  private final Firebase.Phone phone = firebase.phone();
  private final FcmPush push = sender(firebase.address());

  @AfterEach
  void stop() {
    firebase.close();
  }

  @Test
  void aPhoneShowsTheMessageInPlaceOfTheLastOneOfTheOrder() {
    assertThat(push.send(MESSAGE, token())).isEqualTo(SENT);

    JsonNode message = phone.received().getFirst();
    assertThat(message.at("/notification/title").asText()).isEqualTo("A17 · 음식이 준비됐어요");
    assertThat(message.at("/notification/body").asText()).isEqualTo(MESSAGE.body());
    assertThat(message.at("/android/notification/tag").asText()).isEqualTo("order-1");
    assertThat(message.at("/android/collapse_key").asText()).isEqualTo(MESSAGE.topic());
    assertThat(message.at("/android/ttl").asText()).isEqualTo("1200s");
    assertThat(message.at("/android/priority").asText()).isEqualTo("HIGH");
    assertThat(message.at("/data/url").asText()).isEqualTo("/orders/1");
  }

  @Test
  void anAccessTokenIsFetchedOnceHoweverManyWait() {
    assertThat(Race.of(20, i -> push.send(MESSAGE, token()))).containsOnly(SENT);
    assertThat(firebase.grants()).isOne();
    clock.moveOn(Duration.ofMinutes(58));
    push.send(MESSAGE, token());
    assertThat(firebase.grants()).isOne();
  }

  @Test
  void itIsRenewedShortlyBeforeItExpires() {
    push.send(MESSAGE, token());
    clock.moveOn(Duration.ofMinutes(59).plusSeconds(30));
    push.send(MESSAGE, token());
    assertThat(firebase.grants()).isEqualTo(2);
  }

  @Test
  void oneThatIsRefusedIsRenewedOnce() {
    push.send(MESSAGE, token());
    firebase.expireAccessTokens();
    assertThat(Race.of(10, i -> push.send(MESSAGE, token()))).containsOnly(SENT);
    assertThat(firebase.grants()).isEqualTo(2);
    phone.answering(401, 401);
    assertThat(push.send(MESSAGE, token())).isEqualTo(NOT_NOW);
    assertThat(firebase.grants()).isEqualTo(3);
    assertThat(push.send(MESSAGE, token())).isEqualTo(SENT);
  }

  @Test
  void withoutAnAccessTokenEverythingWaits() {
    firebase.refusingGrants(503);
    assertThat(push.send(MESSAGE, token())).isEqualTo(NOT_NOW);
    assertThat(push.send(MESSAGE, token())).isEqualTo(SENT);
  }

  @Test
  void aPhoneThatIsGoneIsTold() {
    phone.answering(404);
    assertThat(push.send(MESSAGE, token())).isEqualTo(GONE);
    assertThat(push.send(MESSAGE, new FcmToken("never-given"))).isEqualTo(GONE);
  }

  @Test
  void aMessageThatIsWrongIsNoFaultOfThePhone() {
    phone.answering(400);
    assertThat(push.send(MESSAGE, token())).isEqualTo(REFUSED);
  }

  @ParameterizedTest
  @ValueSource(ints = {403, 429, 500, 503})
  void whatIsNotTakenNowIsTriedAgain(int status) {
    phone.answering(status);
    assertThat(push.send(MESSAGE, token())).isEqualTo(NOT_NOW);
  }

  @Test
  void itIsLeftAloneAsLongAsItAsksFor() {
    phone.retryAfter("40").answering(429);
    assertThat(push.send(MESSAGE, token())).isEqualTo(new Outcome.Failed(Duration.ofSeconds(40)));
    var date = clock.instant().plusSeconds(90).atOffset(ZoneOffset.UTC);
    phone.retryAfter(DateTimeFormatter.RFC_1123_DATE_TIME.format(date)).answering(503);
    assertThat(push.send(MESSAGE, token()))
        .isInstanceOfSatisfying(
            Outcome.Failed.class,
            failed -> assertThat(failed.atLeast().toSeconds()).isBetween(80L, 90L));
  }

  @Test
  void withNobodyThereEverythingWaits() {
    push.send(MESSAGE, token());
    firebase.close();
    assertThat(push.send(MESSAGE, token())).isEqualTo(NOT_NOW);
  }

  @Test
  void anAnswerThatNeverEndsIsGivenUp() throws IOException {
    var stuck = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    stuck.createContext("/", request -> request.sendResponseHeaders(200, 100));
    stuck.start();
    try {
      var address = URI.create("http://127.0.0.1:" + stuck.getAddress().getPort());
      assertTimeoutPreemptively(
          Duration.ofSeconds(15),
          () -> assertThat(sender(address).send(MESSAGE, token())).isEqualTo(NOT_NOW));
    } finally {
      stuck.stop(0);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "s3cret",
        "{}",
        "[\"s3cret\"]",
        """
        {"type":"service_account","project_id":"p","client_email":"s3cret","private_key":"s3cret",
         "token_uri":"https://oauth2.googleapis.com/token"}
        """,
        """
        {"type":"authorized_user","project_id":"p","client_email":"s3cret"}
        """
      })
  void aServiceAccountThatIsNoneIsNamedAndNotQuoted(String json) {
    assertThatThrownBy(() -> ServiceAccount.of(json))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("FCM_SERVICE_ACCOUNT must be the JSON of a service account's key")
        .hasNoCause();
  }

  private FcmToken token() {
    return new FcmToken(phone.token());
  }

  private FcmPush sender(URI address) {
    return new FcmPush(
        address, ServiceAccount.of(firebase.serviceAccount()), new PushHttp(clock), clock);
  }
}
