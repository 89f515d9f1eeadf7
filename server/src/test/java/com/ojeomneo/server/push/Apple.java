package com.ojeomneo.server.push;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.ojeomneo.platform.push.P256;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.security.KeyPair;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.jwt.consumer.JwtContext;
import org.jose4j.lang.JoseException;

/**
 * The Apple Push Notification service: HTTP/2 only (h2c, as there is nothing to hide), believes
 * tokens of one key that are younger than an hour, and knows the phones of the tests only.
 */
public final class Apple implements AutoCloseable {
  public static final String TEAM = "TEAM123456";
  public static final String KEY_ID = "ABC123DEFG";
  private static final String TOPIC = "com.ojeomneo.app";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration OLDEST_TOKEN = Duration.ofHours(1);

  private final KeyPair keys = P256.generate();
  private final Vertx vertx = Vertx.vertx();
  private final Clock clock;
  private final HttpServer http;
  private final Map<String, Phone> phones = new ConcurrentHashMap<>();
  private final Set<String> tokens = ConcurrentHashMap.newKeySet();
  private final Set<String> distrusted = ConcurrentHashMap.newKeySet();

  record Received(Map<String, String> headers, JsonNode payload) {}

  private Apple(Clock clock) {
    this.clock = clock;
    this.http = vertx.createHttpServer().requestHandler(this::take);
  }

  /** On a free port. */
  public static Apple start(Clock clock) {
    var apple = new Apple(clock);
    apple.http.listen(0, "127.0.0.1").toCompletionStage().toCompletableFuture().join();
    return apple;
  }

  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + http.actualPort());
  }

  /** The file {@code AuthKey_ABC123DEFG.p8}. */
  public String privateKey() {
    String key = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(pkcs8());
    return "-----BEGIN PRIVATE KEY-----\n%s\n-----END PRIVATE KEY-----\n".formatted(key);
  }

  private byte[] pkcs8() {
    return keys.getPrivate().getEncoded();
  }

  /** An app that has registered. */
  public Phone phone() {
    String token = (UUID.randomUUID() + "" + UUID.randomUUID()).replace("-", "");
    var phone = new Phone(token);
    phones.put(token, phone);
    return phone;
  }

  /** The provider tokens that were used so far are too old from now on. */
  void distrustTokens() {
    distrusted.addAll(tokens);
  }

  /** How many provider tokens were used. */
  int tokens() {
    return tokens.size();
  }

  private void take(HttpServerRequest request) {
    request.body().onSuccess(body -> answer(request, body));
  }

  private void answer(HttpServerRequest request, Buffer body) {
    if (request.version() != HttpVersion.HTTP_2) {
      refuse(request, 505, "NotHttp2");
      return;
    }
    String token = request.getHeader("authorization").replaceFirst("^bearer ", "");
    try {
      requireProviderToken(token);
    } catch (InvalidJwtException | MalformedClaimException | JoseException e) {
      refuse(request, 403, "InvalidProviderToken");
      return;
    } catch (IllegalArgumentException e) {
      refuse(request, 403, "ExpiredProviderToken");
      return;
    }
    tokens.add(token);
    Phone phone = phones.get(request.path().replaceFirst("^/3/device/", ""));
    if (phone == null) {
      refuse(request, 400, "BadDeviceToken");
    } else if (!TOPIC.equals(request.getHeader("apns-topic"))) {
      refuse(request, 400, "DeviceTokenNotForTopic");
    } else {
      Refusal refusal = phone.answers.poll();
      if (refusal == null) {
        phone.received.add(new Received(Map.copyOf(headers(request)), json(body)));
        request.response().putHeader("apns-id", UUID.randomUUID().toString()).end();
      } else {
        refuse(request, refusal.status(), refusal.reason());
      }
    }
  }

  private void requireProviderToken(String token)
      throws InvalidJwtException, MalformedClaimException, JoseException {
    JwtContext read =
        new JwtConsumerBuilder()
            .setVerificationKey(keys.getPublic())
            .setJwsAlgorithmConstraints(ConstraintType.PERMIT, "ES256")
            .setExpectedIssuer(TEAM)
            .setRequireIssuedAt()
            .build()
            .process(token);
    if (!KEY_ID.equals(read.getJoseObjects().getFirst().getKeyIdHeaderValue())) {
      throw new JoseException("another key");
    }
    long age = clock.millis() - read.getJwtClaims().getIssuedAt().getValueInMillis();
    if (age > OLDEST_TOKEN.toMillis() || distrusted.contains(token)) {
      throw new IllegalArgumentException("too old");
    }
  }

  private static Map<String, String> headers(HttpServerRequest request) {
    var headers = new ConcurrentHashMap<String, String>();
    request.headers().forEach(header -> headers.put(header.getKey(), header.getValue()));
    return headers;
  }

  private static JsonNode json(Buffer body) {
    try {
      return JSON.readTree(body.getBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void refuse(HttpServerRequest request, int status, String reason) {
    request.response().setStatusCode(status).end("{\"reason\":\"%s\"}".formatted(reason));
  }

  private record Refusal(int status, String reason) {}

  /** An iPhone: what reached it, and what is answered instead. */
  public static final class Phone {
    private final String token;
    private final Queue<Received> received = new ConcurrentLinkedQueue<>();
    private final Queue<Refusal> answers = new ConcurrentLinkedQueue<>();

    private Phone(String token) {
      this.token = token;
    }

    String token() {
      return token;
    }

    List<Received> received() {
      return List.copyOf(received);
    }

    List<String> statuses() {
      return received.stream().map(each -> each.payload().path("status").asText()).toList();
    }

    /** What the next request is answered with; the one after these is taken. */
    Phone answering(int status, String reason) {
      answers.add(new Refusal(status, reason));
      return this;
    }
  }
}
