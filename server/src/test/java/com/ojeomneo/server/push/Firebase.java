package com.ojeomneo.server.push;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;

/**
 * Google: gives access tokens for assertions of one service account (RFC 7523), and takes messages
 * as Firebase does (HTTP v1), for the phones of the tests only.
 */
public final class Firebase implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PROJECT = "ojeomneo-tests";
  private static final String EMAIL = "push@ojeomneo-tests.iam.gserviceaccount.com";
  private static final String SCOPE = "https://www.googleapis.com/auth/firebase.messaging";
  private static final Duration GOOD_FOR = Duration.ofHours(1);

  private final HttpServer http;
  private final KeyPair keys = rsa();
  private final Clock clock;
  private final Map<String, Instant> accessTokens = new ConcurrentHashMap<>();
  private final AtomicInteger grants = new AtomicInteger();
  private final Queue<Integer> refusals = new ConcurrentLinkedQueue<>();
  private final Map<String, Phone> phones = new ConcurrentHashMap<>();

  private Firebase(HttpServer http, Clock clock) {
    this.http = http;
    this.clock = clock;
  }

  /** On a free port. */
  public static Firebase start(Clock clock) {
    try {
      var http = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
      var firebase = new Firebase(http, clock);
      http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      http.createContext("/token", firebase::grant);
      http.createContext("/v1/projects/" + PROJECT + "/messages:send", firebase::take);
      http.start();
      return firebase;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    http.stop(0);
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + http.getAddress().getPort());
  }

  /** The file that the console of Firebase gives out. */
  public String serviceAccount() {
    String key = Base64.getMimeEncoder().encodeToString(keys.getPrivate().getEncoded());
    return JSON.createObjectNode()
        .put("type", "service_account")
        .put("project_id", PROJECT)
        .put("private_key_id", "0f1e2d")
        .put(
            "private_key",
            "-----BEGIN PRIVATE KEY-----\n%s\n-----END PRIVATE KEY-----\n"
                .formatted(key.replace("\r", "")))
        .put("client_email", EMAIL)
        .put("token_uri", address() + "/token")
        .toString();
  }

  /** An app that has registered. */
  public Phone phone() {
    var phone = new Phone("fcm:" + UUID.randomUUID() + "_" + UUID.randomUUID());
    phones.put(phone.token(), phone);
    return phone;
  }

  /** All access tokens that were given are refused from now on. */
  void expireAccessTokens() {
    accessTokens.clear();
  }

  /** The next assertions are answered so. */
  void refusingGrants(Integer... statuses) {
    refusals.addAll(List.of(statuses));
  }

  int grants() {
    return grants.get();
  }

  private void grant(HttpExchange request) throws IOException {
    Map<String, String> form = form(request);
    Integer refusal = refusals.poll();
    if (refusal != null) {
      answer(request, refusal, "{\"error\":\"unavailable\"}");
      return;
    }
    try {
      requireAssertion(form);
    } catch (InvalidJwtException | MalformedClaimException | IllegalArgumentException e) {
      answer(request, 400, "{\"error\":\"invalid_grant\"}");
      return;
    }
    grants.incrementAndGet();
    String token = "ya29." + UUID.randomUUID();
    accessTokens.put(token, clock.instant().plus(GOOD_FOR));
    answer(
        request,
        200,
        JSON.createObjectNode()
            .put("access_token", token)
            .put("expires_in", GOOD_FOR.toSeconds())
            .put("token_type", "Bearer")
            .toString());
  }

  private void requireAssertion(Map<String, String> form)
      throws InvalidJwtException, MalformedClaimException {
    if (!"urn:ietf:params:oauth:grant-type:jwt-bearer".equals(form.get("grant_type"))) {
      throw new IllegalArgumentException("another grant");
    }
    JwtClaims claims =
        new JwtConsumerBuilder()
            .setVerificationKey(keys.getPublic())
            .setJwsAlgorithmConstraints(ConstraintType.PERMIT, "RS256")
            .setEvaluationTime(NumericDate.fromMilliseconds(clock.millis()))
            .setExpectedIssuer(EMAIL)
            .setExpectedAudience(address() + "/token")
            .setRequireIssuedAt()
            .setRequireExpirationTime()
            .setMaxFutureValidityInMinutes(60)
            .build()
            .processToClaims(form.get("assertion"));
    if (!SCOPE.equals(claims.getStringClaimValue("scope"))) {
      throw new IllegalArgumentException("another scope");
    }
  }

  private void take(HttpExchange request) throws IOException {
    JsonNode message = JSON.readTree(request.getRequestBody()).path("message");
    String bearer = request.getRequestHeaders().getFirst("Authorization");
    Instant until = accessTokens.get(bearer.substring("Bearer ".length()));
    if (!bearer.startsWith("Bearer ") || until == null || until.isBefore(clock.instant())) {
      answer(request, 401, error(401, "UNAUTHENTICATED", ""));
      return;
    }
    Phone phone = phones.get(message.path("token").asText());
    if (phone == null) {
      answer(request, 400, error(400, "INVALID_ARGUMENT", fcm("INVALID_ARGUMENT")));
      return;
    }
    Integer status = phone.answers.poll();
    if (phone.retryAfter != null && status != null) {
      request.getResponseHeaders().add("Retry-After", phone.retryAfter);
    }
    switch (status) {
      case null -> {
        phone.received.add(message);
        answer(request, 200, "{\"name\":\"projects/%s/messages/1\"}".formatted(PROJECT));
      }
      case 400 ->
          // Of another field than the token.
          answer(
              request,
              400,
              error(
                  400,
                  "INVALID_ARGUMENT",
                  fcm("INVALID_ARGUMENT")
                      + """
                      ,{"@type":"type.googleapis.com/google.rpc.BadRequest",
                        "fieldViolations":[{"field":"message.android.ttl","description":"Invalid"}]}
                      """));
      case 404 -> answer(request, 404, error(404, "NOT_FOUND", fcm("UNREGISTERED")));
      default -> answer(request, status, error(status, "UNAVAILABLE", fcm("UNAVAILABLE")));
    }
  }

  private static String fcm(String code) {
    return """
    {"@type":"type.googleapis.com/google.firebase.fcm.v1.FcmError","errorCode":"%s"}"""
        .formatted(code);
  }

  private static String error(int code, String status, String details) {
    return """
    {"error":{"code":%d,"message":"of the tests","status":"%s","details":[%s]}}
    """
        .formatted(code, status, details);
  }

  private static Map<String, String> form(HttpExchange request) throws IOException {
    String body = new String(request.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    return Stream.of(body.split("&"))
        .map(pair -> pair.split("=", 2))
        .collect(
            Collectors.toMap(
                pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
  }

  private static void answer(HttpExchange request, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    request.getResponseHeaders().add("Content-Type", "application/json; charset=UTF-8");
    request.sendResponseHeaders(status, bytes.length);
    request.getResponseBody().write(bytes);
    request.close();
  }

  private static KeyPair rsa() {
    try {
      var generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** An Android phone: what reached it, and what is answered instead. */
  public static final class Phone {
    private final String token;
    private final Queue<JsonNode> received = new ConcurrentLinkedQueue<>();
    private final Queue<Integer> answers = new ConcurrentLinkedQueue<>();
    private volatile String retryAfter;

    private Phone(String token) {
      this.token = token;
    }

    String token() {
      return token;
    }

    /** The {@code message} of each request that was taken. */
    List<JsonNode> received() {
      return List.copyOf(received);
    }

    List<String> statuses() {
      return received.stream().map(each -> each.at("/data/status").asText()).toList();
    }

    /** What the next requests are answered with; they are taken afterwards. */
    Phone answering(Integer... statuses) {
      answers.addAll(List.of(statuses));
      return this;
    }

    /** What those answers say of when to come again. */
    Phone retryAfter(String header) {
      retryAfter = header;
      return this;
    }
  }
}
