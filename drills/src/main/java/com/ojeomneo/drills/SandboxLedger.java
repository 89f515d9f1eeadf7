package com.ojeomneo.drills;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The sandbox's own books, as it gives them out. */
record SandboxLedger(HttpClient http, URI sandbox) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * One payment that a customer authenticated.
   *
   * @param charged whether money was taken, given back or not
   * @param balance of what was taken the part not given back, KRW; 0 where nothing was taken
   * @param cancels oldest first
   */
  record Entry(
      String paymentKey,
      String orderId,
      boolean charged,
      int amount,
      int balance,
      List<Cancel> cancels) {}

  record Cancel(int amount, String reason) {}

  List<Entry> of(UUID order) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(sandbox.resolve("/sandbox/payments?orderId=" + order)).build();
    JsonNode answer = JSON.readTree(http.send(request, BodyHandlers.ofString()).body());
    var entries = new ArrayList<Entry>();
    answer.path("payments").forEach(payment -> entries.add(entry(payment)));
    return entries;
  }

  private static Entry entry(JsonNode payment) {
    boolean charged = payment.path("approvedAt").isTextual();
    var cancels = new ArrayList<Cancel>();
    payment
        .path("cancels")
        .forEach(
            cancel ->
                cancels.add(
                    new Cancel(
                        cancel.path("cancelAmount").asInt(),
                        cancel.path("cancelReason").asText())));
    return new Entry(
        payment.path("paymentKey").asText(),
        payment.path("orderId").asText(),
        charged,
        payment.path("totalAmount").asInt(),
        charged ? payment.path("balanceAmount").asInt() : 0,
        cancels);
  }
}
