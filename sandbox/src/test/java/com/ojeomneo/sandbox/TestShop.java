package com.ojeomneo.sandbox;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.ojeomneo.sandbox.SandboxSettings.Database;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** A shop that sells through a sandbox, over HTTP as any client. */
final class TestShop implements AutoCloseable {
  static final String CLIENT_KEY = "test_ck_of_the_sandbox_tests";
  static final String SECRET_KEY = "test_sk_of_the_sandbox_tests";
  static final String RETURN = "https://shop.example/pay";

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  final MovableClock clock;
  private final URI address;
  private final Runnable end;

  private TestShop(URI address, MovableClock clock, Runnable end) {
    this.address = address;
    this.clock = clock;
    this.end = end;
  }

  static TestShop open() throws IOException, SQLException {
    return open(TestPostgres.database());
  }

  static TestShop open(Database database) throws IOException, SQLException {
    var clock = new MovableClock(Instant.parse("2026-03-02T02:30:00.5Z"));
    var settings =
        new SandboxSettings(
            "127.0.0.1",
            0,
            0,
            database,
            CLIENT_KEY,
            SECRET_KEY,
            clock,
            Optional.empty(),
            Duration.ofMinutes(1),
            Optional.empty());
    Sandbox sandbox = Sandbox.start(settings);
    return new TestShop(sandbox.address(), clock, sandbox::close);
  }

  /** At a sandbox that somebody else runs. */
  static TestShop at(URI address) {
    return new TestShop(address, null, () -> {});
  }

  URI address() {
    return address;
  }

  static String newOrder() {
    return "order-" + UUID.randomUUID();
  }

  static String newKey() {
    return UUID.randomUUID().toString();
  }

  static Map<String, String> checkoutOf(String orderId, long amount) {
    var query = new LinkedHashMap<String, String>();
    query.put("clientKey", CLIENT_KEY);
    query.put("orderId", orderId);
    query.put("orderName", "제육덮밥 외 1건");
    query.put("amount", Long.toString(amount));
    query.put("successUrl", RETURN + "/done");
    query.put("failUrl", RETURN + "/failed");
    return query;
  }

  /** The customer approves on the checkout page. @return the payment key */
  String authenticate(String orderId, long amount) throws Exception {
    return authenticate(orderId, amount, "decision=approve");
  }

  String authenticate(String orderId, long amount, String form) throws Exception {
    Reply reply = decide(checkoutOf(orderId, amount), form);
    return parameters(URI.create(reply.header("Location"))).get("paymentKey");
  }

  /** A payment that is already charged. @return the payment key */
  String charged(String orderId, long amount) throws Exception {
    String paymentKey = authenticate(orderId, amount);
    confirm(paymentKey, orderId, amount);
    return paymentKey;
  }

  Reply decide(Map<String, String> query, String form) throws Exception {
    return send(
        request("/checkout?" + encoded(query))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form)));
  }

  Reply open(Map<String, String> query, String... headers) throws Exception {
    var request = request("/checkout?" + encoded(query)).GET();
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  Reply confirm(String paymentKey, String orderId, long amount, String... headers)
      throws Exception {
    return post("/v1/payments/confirm", confirmation(paymentKey, orderId, amount), headers);
  }

  static String confirmation(String paymentKey, String orderId, long amount) {
    return object()
        .put("paymentKey", paymentKey)
        .put("orderId", orderId)
        .put("amount", amount)
        .toString();
  }

  Reply cancel(String paymentKey, long amount, String... headers) throws Exception {
    var body = object().put("cancelReason", "재료 소진").put("cancelAmount", amount);
    return post("/v1/payments/" + paymentKey + "/cancel", body.toString(), headers);
  }

  Reply cancelAll(String paymentKey, String... headers) throws Exception {
    var body = object().put("cancelReason", "고객 변심");
    return post("/v1/payments/" + paymentKey + "/cancel", body.toString(), headers);
  }

  Reply lookUp(String paymentKey, String... headers) throws Exception {
    return get("/v1/payments/" + paymentKey, headers);
  }

  Reply lookUpOrder(String orderId) throws Exception {
    return get("/v1/payments/orders/" + orderId);
  }

  /** Queues a fault; {@code fields} is JSON without the braces and the order. */
  Reply fault(String orderId, String fields) throws Exception {
    String body = "{\"orderId\":\"" + orderId + "\"," + fields.replace('\'', '"') + "}";
    return send(request("/sandbox/faults").POST(BodyPublishers.ofString(body)));
  }

  Reply faults() throws Exception {
    return send(request("/sandbox/faults"));
  }

  Reply ledger(String orderId) throws Exception {
    return send(request("/sandbox/payments?orderId=" + orderId));
  }

  /** Calls what only this machine may; {@code body} is JSON with single quotes. */
  Reply control(String method, String path, String body) throws Exception {
    return send(request(path).method(method, BodyPublishers.ofString(body.replace('\'', '"'))));
  }

  Reply post(String path, String body, String... headers) throws Exception {
    return send(authorized(path, headers).POST(BodyPublishers.ofString(body)));
  }

  Reply get(String path, String... headers) throws Exception {
    return send(authorized(path, headers));
  }

  HttpRequest.Builder authorized(String path, String... headers) {
    String credentials =
        Base64.getEncoder().encodeToString((SECRET_KEY + ":").getBytes(StandardCharsets.UTF_8));
    var request =
        request(path)
            .header("Authorization", "Basic " + credentials)
            .header("Content-Type", "application/json");
    return headers.length == 0 ? request : request.headers(headers);
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(address.resolve(path)).timeout(Duration.ofSeconds(20));
  }

  Reply send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return Reply.of(HTTP.send(request.build(), BodyHandlers.ofString()));
  }

  static Map<String, String> parameters(URI url) {
    return Arrays.stream(url.getQuery().split("&"))
        .map(pair -> pair.split("=", 2))
        .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
  }

  static String encoded(Map<String, String> query) {
    return query.entrySet().stream()
        .map(
            entry ->
                entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  @Override
  public void close() {
    end.run();
  }
}
