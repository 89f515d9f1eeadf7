package com.ojeomneo.bench.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Framing, addresses and headers that others may read otherwise. */
@ExtendWith(Hostility.Given.class)
class HostileWiresTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Hostility server;

  HostileWiresTest(Hostility server) {
    this.server = server;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: 4\r\nTransfer-Encoding: chunked",
        "Transfer-Encoding: chunked\r\nContent-Length: 4",
        "Transfer-Encoding: identity, chunked, x",
        "Content-Length: 4\r\nContent-Length: 5",
        "Content-Length: 0\r\nContent-Length: 44",
        "Transfer-Encoding: xchunked",
        "Transfer-Encoding : chunked",
        "Transfer-Encoding:\u000bchunked",
        "Content-Length: +4",
        "Content-Length: 4, 5",
        "Content-Length: 0x4",
      })
  void noRequestIsHiddenInAnother(String framing) throws Exception {
    String hidden = "GET /ojeomneo/v1/config/push HTTP/1.1\r\nHost: localhost\r\n\r\n";
    String outer =
        "POST /ojeomneo/v1/auth/guest HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
            + framing
            + "\r\n\r\n0\r\n\r\n"
            + hidden;
    assertThat(answersTo(outer)).doesNotContain(200);
  }

  /** As many as there are before the connection is closed, or silent. */
  private List<Integer> answersTo(String bytes) throws IOException {
    var statuses = new ArrayList<Integer>();
    try (var wire = new Wire(server.port())) {
      wire.write(bytes.getBytes(StandardCharsets.ISO_8859_1), Duration.ofSeconds(1));
      while (true) {
        Answer answer = wire.read(false);
        statuses.add(answer.status());
      }
    } catch (IOException closedOrSilent) {
      return statuses;
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"X Space: a", "X-Nul: a\u0000b", "no colon", "Host: b"})
  void aHeaderThatProxiesReadDifferentlyIsRefused(String header) throws Exception {
    Answer answer =
        server.get(Hostility.ME, "Authorization: Bearer " + server.customer().token(), header);
    assertThat(answer.status()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/metrics", "/ojeomneo/v1/../../metrics", "/%2e%2e/metrics", "//metrics", "/./metrics",
            "/metrics;a=b",
        "/metrics/", "/%6detrics", "/ojeomneo/v1/%2e%2e/%2e%2e/metrics", "/METRICS", "/metrics%2f",
            "/q/metrics"
      })
  void noWayOfWritingAnAddressLeadsIntoTheCluster(String path) throws Exception {
    Answer answer = server.get(path, "X-Forwarded-For: 203.0.113.1");
    assertThat(answer.text()).doesNotContain("jvm_");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/ojeomneo/v1/users/me;a=b",
        "/ojeomneo/v1//users/me",
        "/ojeomneo/v1/./users/me",
        "/ojeomneo/v1/users/me/",
        "/ojeomneo/v1/stores/../users/me",
        "/ojeomneo/v1/users/%6de",
        "/ojeomneo/v1/config/%2e%2e/users/me",
        "/ojeomneo/v1/auth/guest/..;/..;/users/me"
      })
  void noWayOfWritingAnAddressOpensIt(String path) throws Exception {
    assertThat(server.get(path).status()).isIn(400, 401, 404);
  }

  @Test
  void somebodyElsesOrderIsNotThere() throws Exception {
    String token = "Authorization: Bearer " + server.customer().token();
    String theirs = "/ojeomneo/v1/orders/" + server.world().victim().order();
    for (String what : List.of("", "/events", "/receipt")) {
      assertThat(server.get(theirs + what, token).status()).isEqualTo(404);
    }
  }

  @Test
  void theAddressToPayAtDoesNotComeFromTheRequest() throws Exception {
    World.Dish dish = server.world().dishes().getFirst();
    var wish = JSON.createObjectNode().put("storeId", dish.store());
    var item = wish.putArray("items").addObject().put("menuId", dish.id()).put("quantity", 1);
    dish.options().forEach(item.putArray("optionIds")::add);
    Answer answer =
        server.send(
            Shots.raw(
                Shots.post(
                        "/ojeomneo/v1/orders",
                        wish.toString(),
                        "Authorization: Bearer " + server.customer().token(),
                        "Idempotency-Key: forged",
                        "X-Forwarded-Host: evil.example",
                        "X-Forwarded-Proto: gopher",
                        "X-Forwarded-Prefix: /evil.example",
                        "Forwarded: host=evil.example;proto=gopher",
                        "Origin: http://localhost:3000")
                    .text()
                    .replace("Host: localhost\r\n", "Host: evil.example\r\n")));
    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.head() + answer.text()).doesNotContain("evil.example", "gopher");
    URI checkout = URI.create(read(answer.text()).at("/payment/checkoutUrl").asText());
    assertThat(checkout.getHost()).isEqualTo("localhost");
  }

  @Test
  void aForgedAddressHasNoLimitOfItsOwn() throws Exception {
    var statuses = new ArrayList<Integer>();
    for (int i = 0; i < 60; i++) {
      String forged = "203.0.113." + i;
      statuses.add(
          server
              .send(
                  Shots.post(
                      "/ojeomneo/v1/auth/social/kakao",
                      "{}",
                      "X-Forwarded-For: " + forged,
                      "Forwarded: for=" + forged,
                      "X-Real-IP: " + forged,
                      "True-Client-IP: " + forged,
                      "CF-Connecting-IP: " + forged))
              .status());
    }
    assertThat(statuses).contains(429);
  }

  @Test
  void anotherMethodInAHeaderIsNotUsed() throws Exception {
    Answer answer =
        server.get(
            Hostility.ME,
            "Authorization: Bearer " + server.customer().token(),
            "X-HTTP-Method-Override: DELETE");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(server.me(server.customer().token()).status()).isEqualTo(200);
  }

  private static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (IOException e) {
      throw new AssertionError(json, e);
    }
  }
}
