package com.ojeomneo.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpTest {
  private static TestShop shop;

  @BeforeAll
  static void open() throws Exception {
    shop = TestShop.open();
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Basic",
        "Basic !!!",
        "Bearer test_sk_of_the_sandbox_tests",
        "Basic dGVzdF9za19vZl90aGVfc2FuZGJveF90ZXN0cw==",
        "Basic dGVzdF9za19vZl9zb21lYm9keV9lbHNlOg=="
      })
  void withoutTheSecretKeyNobodyIsServed(String authorization) throws Exception {
    for (String path : new String[] {"/v1/payments/any", "/v1/payments/orders/order-1"}) {
      Reply reply = shop.send(shop.request(path).header("Authorization", authorization));

      assertThat(reply.status()).isEqualTo(401);
      assertThat(reply.code()).isEqualTo("UNAUTHORIZED_KEY");
      assertThat(reply.text("message")).isEqualTo("인증되지 않은 시크릿 키 혹은 클라이언트 키 입니다.");
    }
    for (String path : new String[] {"/v1/payments/confirm", "/v1/payments/any/cancel"}) {
      var request = shop.request(path).POST(BodyPublishers.ofString("{}"));
      assertThat(shop.send(request.header("Authorization", authorization)).status()).isEqualTo(401);
    }
  }

  @Test
  void anUnknownAddressIsNotFound() throws Exception {
    Reply reply = shop.get("/v1/brandpay");

    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.header("Content-Type")).startsWith("application/json");
    assertThat(reply.code()).isEqualTo("NOT_FOUND");
  }

  @Test
  void aWrongMethodIsToldTheRightOnes() throws Exception {
    Reply confirm = shop.get("/v1/payments/any/cancel");
    Reply faults = shop.send(shop.request("/sandbox/faults").PUT(BodyPublishers.noBody()));

    assertThat(confirm.status()).isEqualTo(405);
    assertThat(confirm.code()).isEqualTo("METHOD_NOT_ALLOWED");
    assertThat(confirm.header("Allow")).isEqualTo("POST");
    assertThat(faults.header("Allow")).isEqualTo("POST, GET, DELETE");
  }

  @Test
  void aBodyHasALimit() throws Exception {
    String body = "{\"cancelReason\":\"" + "x".repeat(64 * 1024) + "\"}";

    Reply reply = shop.post("/v1/payments/any/cancel", body);

    assertThat(reply.status()).isEqualTo(413);
    assertThat(reply.code()).isEqualTo("PAYLOAD_TOO_LARGE");
  }

  @Test
  void aRequestThatIsNotHttpDoesNotStopTheOthers() throws Exception {
    try (var socket = new Socket(shop.address().getHost(), shop.address().getPort())) {
      socket.getOutputStream().write("\0\1 nonsense\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().flush();

      assertThat(shop.get("/v1/payments/any").status()).isEqualTo(404);
    }
  }

  @Test
  void aZeroByteInAnAddressFindsNothing() throws Exception {
    assertThat(shop.get("/v1/payments/%00").status()).isEqualTo(404);
  }
}
