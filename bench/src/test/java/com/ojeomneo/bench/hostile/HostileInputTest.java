package com.ojeomneo.bench.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.ojeomneo.bench.hostile.HostileRun.Outcome;
import com.ojeomneo.bench.hostile.Shot.Kind;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against the packaged Server, over sockets: what it does with what no app would send. */
class HostileInputTest {
  private static final int REQUESTS = 20_000;
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final String ME = "/ojeomneo/v1/users/me";
  private static final ObjectMapper JSON = new ObjectMapper();

  private static HostileStack stack;
  private static World world;
  private static Customer customer;

  @BeforeAll
  static void startStack() throws Exception {
    Path app = Path.of("target/test-app").toAbsolutePath();
    Files.createDirectories(app);
    if (!Files.exists(app.resolve("server"))) {
      Files.createSymbolicLink(
          app.resolve("server"), Path.of("../server/target/quarkus-app").toRealPath());
    }
    System.setProperty("ojeomneo.app", app.toString());
    System.setProperty("ojeomneo.data", Path.of("target/test-data").toAbsolutePath().toString());
    stack = HostileStack.start();
    world = World.of(stack.port());
    customer = new Customer("claims", stack.port());
    customer.enter();
  }

  @AfterAll
  static void stopStack() {
    if (stack != null) {
      stack.close();
    }
  }

  @Test
  void nothingThatIsSentCausesAFaultOrTellsASecret() throws Exception {
    long seed = Long.getLong("ojeomneo.hostile.seed", 20_260_501);
    System.out.println("hostile input: seed " + seed);
    var judge = Judge.of(stack.stack().folder(), world.victim());

    Outcome outcome = new HostileRun(stack.port(), world, judge, seed, done -> {}).send(REQUESTS);

    assertThat(outcome.findings()).isEmpty();
    assertThat(stack.errors()).isEmpty();
    assertThat(outcome.count(Kind.VALID)).isBetween(6_500, 7_500);
    assertThat(outcome.count(Kind.MUTATED)).isBetween(9_500, 10_500);
    assertThat(outcome.count(Kind.MALFORMED)).isBetween(2_500, 3_500);
    assertThat(outcome.count(Kind.VALID, 2)).as("valid ones that were done").isGreaterThan(4_000);
    assertThat(outcome.count(Kind.MUTATED, 4)).isGreaterThan(4_000);
    assertThat(world.operations()).allSatisfy(operation -> assertReached(operation, outcome));
    assertThat(get("/ojeomneo/v1/healthcheck/ready").status()).isEqualTo(200);
  }

  private static void assertReached(Operation operation, Outcome outcome) {
    assertThat(outcome.reached().keySet()).anyMatch(what -> what.startsWith(operation + " "));
  }

  @Test
  void theJudgeSeesWhatIsWrong() throws Exception {
    var judge = Judge.of(stack.stack().folder(), world.victim());
    Operation operation = world.operations().getFirst();
    var shot = new Shot(Kind.VALID, operation, null, new byte[0]);
    String head = "HTTP/1.1 %d x\r\nContent-Type: application/problem+json\r\n";
    Consumer<Answer> refused = answer -> assertThat(judge.fault(shot, answer)).isPresent();

    assertThat(judge.fault(shot, answer(400, head, "{\"status\":400}"))).isEmpty();
    refused.accept(answer(500, head, "{\"status\":500}"));
    refused.accept(answer(418, head, "{\"status\":418}"));
    refused.accept(answer(400, "HTTP/1.1 %d x\r\n", "{\"status\":400}"));
    refused.accept(answer(400, head, "{\"status\":400,\"title\":\"java.lang.X\"}"));
    refused.accept(
        answer(400, head, "{\"status\":400,\"title\":\"%s\"}".formatted(world.victim().note())));
    String secret =
        JSON.readTree(Files.readString(stack.stack().folder().resolve("secrets.json")))
            .path("toss.secret-key")
            .asText();
    refused.accept(answer(400, head, "{\"status\":400,\"title\":\"%s\"}".formatted(secret)));
  }

  private static Answer answer(int status, String head, String body) {
    return new Answer(status, head.formatted(status), body.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aSignedTokenIsWhatTheseTricksBeginWith() throws Exception {
    assertThat(me(signed(stackKey(), token -> {}, header -> {})).status()).isEqualTo(200);
  }

  @Test
  void aTokenThatNobodySignedIsRefused() throws Exception {
    String[] parts = customer.token().split("\\.");
    for (String algorithm : List.of("none", "None", "NONE", "nOnE", "")) {
      String header =
          base64(
              "{\"alg\":\"%s\",\"typ\":\"at+jwt\",\"kid\":\"%s\"}"
                  .formatted(algorithm, stackKey().getKeyId()));
      assertRefused(header + "." + parts[1] + ".");
      assertRefused(header + "." + parts[1] + "." + parts[2]);
    }
  }

  @Test
  void aTokenSignedWithThePublishedKeyAsASecretIsRefused() throws Exception {
    var mac = javax.crypto.Mac.getInstance("HmacSHA256");
    mac.init(
        new javax.crypto.spec.SecretKeySpec(stackKey().getPublicKey().getEncoded(), "HmacSHA256"));
    String header =
        base64(
            "{\"alg\":\"HS256\",\"typ\":\"at+jwt\",\"kid\":\"%s\"}"
                .formatted(stackKey().getKeyId()));
    String content = header + "." + customer.token().split("\\.")[1];
    byte[] signature = mac.doFinal(content.getBytes(StandardCharsets.US_ASCII));
    assertRefused(
        content + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature));
  }

  @Test
  void aTokenOfAnotherKeyIsRefusedWhateverItCallsIt() throws Exception {
    EllipticCurveJsonWebKey other = EcJwkGenerator.generateJwk(EllipticCurves.P256);
    other.setKeyId("other");
    assertRefused(signed(other, token -> {}, header -> {}));
    other.setKeyId(stackKey().getKeyId());
    assertRefused(signed(other, token -> {}, header -> {}));
    String embedded = other.toJson();
    assertRefused(
        signed(
            other,
            token -> {},
            jws -> jws.setHeader("jwk", JSON.convertValue(read(embedded), java.util.Map.class))));
    assertRefused(
        signed(stackKey(), token -> {}, jws -> jws.setKeyIdHeaderValue("../../dev/null")));
    assertRefused(signed(stackKey(), token -> {}, jws -> jws.setKeyIdHeaderValue("' OR '1'='1")));
  }

  @Test
  void aTokenOfAnotherIssuerOrForAnotherAudienceIsRefused() throws Exception {
    assertRefused(
        signed(stackKey(), token -> token.put("iss", "https://evil.example"), header -> {}));
    assertRefused(signed(stackKey(), token -> token.put("aud", "ojeomneo-admin"), header -> {}));
    assertRefused(signed(stackKey(), token -> {}, jws -> jws.setHeader("typ", "JWT")));
    assertRefused(signed(stackKey(), token -> token.remove("exp"), header -> {}));
  }

  @Test
  void anExpiredTokenIsRefused() throws Exception {
    long past = Instant.now().minusSeconds(1).getEpochSecond();
    String expired =
        signed(stackKey(), token -> token.put("iat", past - 900).put("exp", past), header -> {});
    assertThat(me(expired).text()).contains("TOKEN_EXPIRED");
  }

  @Test
  void aTokenInWhichAnythingWasChangedIsRefused() throws Exception {
    String[] parts = customer.token().split("\\.");
    ObjectNode claims =
        (ObjectNode)
            read(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8));
    claims.put("sub", world.victim().id());
    assertRefused(parts[0] + "." + base64(claims.toString()) + "." + parts[2]);
    char last = parts[2].charAt(10);
    assertRefused(
        parts[0]
            + "."
            + parts[1]
            + "."
            + parts[2].substring(0, 10)
            + (last == 'A' ? 'B' : 'A')
            + parts[2].substring(11));
    // r = s = 0 verifies everything where nobody looks (CVE-2022-21449).
    assertRefused(
        parts[0]
            + "."
            + parts[1]
            + "."
            + Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[64]));
  }

  @Test
  void aRefreshTokenIsNoAccessToken() throws Exception {
    assertRefused(customer.refreshToken());
  }

  @Test
  void anAccessTokenIsNoRefreshToken() throws Exception {
    Answer answer =
        send(
            Shots.post(
                "/ojeomneo/v1/auth/refresh",
                "{\"refreshToken\":\"%s\"}".formatted(customer.token())));
    assertThat(answer.status()).isEqualTo(401);
  }

  @Test
  void twoTokensAreNone() throws Exception {
    String good = "Authorization: Bearer " + customer.token();
    assertThat(get(ME, good, good).status()).isEqualTo(401);
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
  private static List<Integer> answersTo(String bytes) throws IOException {
    var statuses = new ArrayList<Integer>();
    try (var wire = new Wire(stack.port())) {
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
    Answer answer = get(ME, "Authorization: Bearer " + customer.token(), header);
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
    Answer answer = get(path, "X-Forwarded-For: 203.0.113.1");
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
    assertThat(get(path).status()).isIn(400, 401, 404);
  }

  @Test
  void somebodyElsesOrderIsNotThere() throws Exception {
    String token = "Authorization: Bearer " + customer.token();
    String theirs = "/ojeomneo/v1/orders/" + world.victim().order();
    for (String what : List.of("", "/events", "/receipt")) {
      assertThat(get(theirs + what, token).status()).isEqualTo(404);
    }
  }

  @Test
  void theAddressToPayAtDoesNotComeFromTheRequest() throws Exception {
    World.Dish dish = world.dishes().getFirst();
    var wish = JSON.createObjectNode().put("storeId", dish.store());
    var item = wish.putArray("items").addObject().put("menuId", dish.id()).put("quantity", 1);
    dish.options().forEach(item.putArray("optionIds")::add);
    Answer answer =
        send(
            Shots.raw(
                Shots.post(
                        "/ojeomneo/v1/orders",
                        wish.toString(),
                        "Authorization: Bearer " + customer.token(),
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
          send(Shots.post(
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
        get(ME, "Authorization: Bearer " + customer.token(), "X-HTTP-Method-Override: DELETE");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(me(customer.token()).status()).isEqualTo(200);
  }

  private static String signed(
      EllipticCurveJsonWebKey key, Consumer<ObjectNode> claims, Consumer<JsonWebSignature> header)
      throws Exception {
    String payload =
        new String(
            Base64.getUrlDecoder().decode(customer.token().split("\\.")[1]),
            StandardCharsets.UTF_8);
    ObjectNode changed = (ObjectNode) JSON.readTree(payload);
    claims.accept(changed);
    var jws = new JsonWebSignature();
    jws.setPayload(changed.toString());
    jws.setKey(key.getPrivateKey());
    jws.setKeyIdHeaderValue(key.getKeyId());
    jws.setAlgorithmHeaderValue("ES256");
    jws.setHeader("typ", "at+jwt");
    header.accept(jws);
    return jws.getCompactSerialization();
  }

  /** The very key of the Server. */
  private static EllipticCurveJsonWebKey stackKey() throws IOException, JoseException {
    Path secrets = stack.stack().folder().resolve("secrets.json");
    String keys = JSON.readTree(Files.readAllBytes(secrets)).path("jwt.private-keys").asText();
    return (EllipticCurveJsonWebKey) new JsonWebKeySet(keys).getJsonWebKeys().getFirst();
  }

  private static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (IOException e) {
      throw new AssertionError(json, e);
    }
  }

  private static void assertRefused(String token) throws IOException {
    Answer answer = me(token);
    assertThat(answer.status()).as(token).isEqualTo(401);
    assertThat(answer.text()).contains("TOKEN_INVALID");
  }

  private static Answer me(String token) throws IOException {
    return get(ME, "Authorization: Bearer " + token);
  }

  private static Answer get(String path, String... headers) throws IOException {
    return send(Shots.get(path, headers));
  }

  private static Answer send(Shot shot) throws IOException {
    try (var wire = new Wire(stack.port())) {
      return wire.send(shot, PATIENCE);
    }
  }

  private static String base64(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
