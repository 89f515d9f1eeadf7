package com.ojeomneo.local.books;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;

/** The sandbox's own books, as it gives them out. */
public record SandboxLedger(HttpClient http, URI sandbox) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * One payment that a customer authenticated.
   *
   * @param charged whether money was taken, given back or not
   * @param balance of what was taken the part not given back, KRW; 0 where nothing was taken
   * @param cancels oldest first
   */
  public record Entry(
      String paymentKey,
      String orderId,
      boolean charged,
      int amount,
      int balance,
      List<Cancel> cancels) {}

  public record Cancel(int amount, String reason) {}

  /** All there is. */
  public List<Entry> all() throws IOException, InterruptedException {
    var entries = new ArrayList<Entry>();
    String after = "";
    do {
      URI page = sandbox.resolve("/sandbox/ledger?limit=1000" + after);
      JsonNode answer =
          JSON.readTree(
              http.send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofString()).body());
      answer.path("items").forEach(payment -> entries.add(entry(payment)));
      JsonNode next = answer.path("nextCursor");
      after = next.isTextual() ? "&after=" + next.textValue() : "";
    } while (!after.isEmpty());
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
