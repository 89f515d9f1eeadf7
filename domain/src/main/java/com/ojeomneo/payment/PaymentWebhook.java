package com.ojeomneo.payment;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What somebody who says to be the provider sent us (docs.tosspayments.com, "웹훅 이벤트"). It carries
 * no signature, so nothing in it is believed: it only names the order to look at.
 *
 * @param orderId null when it names none that could be ours
 * @param eventType null for the one kind of the provider's that has none
 * @param body as it came, JSON
 */
public record PaymentWebhook(UUID orderId, String paymentKey, String eventType, String body) {
  private static final int LONGEST_KEY = 200;
  private static final int LONGEST_TYPE = 100;
  private static final Pattern UUID_TEXT =
      Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

  /**
   * @param body a JSON object; most kinds hold the payment in {@code data}, one holds it itself
   */
  public static PaymentWebhook of(JsonNode body) {
    JsonNode data = body.path("data").isObject() ? body.path("data") : body;
    String order = text(data.path("orderId"), LONGEST_KEY);
    return new PaymentWebhook(
        order != null && UUID_TEXT.matcher(order).matches() ? UUID.fromString(order) : null,
        text(data.path("paymentKey"), LONGEST_KEY),
        text(body.path("eventType"), LONGEST_TYPE),
        body.toString());
  }

  private static String text(JsonNode node, int longest) {
    String text = node.textValue();
    return text == null || text.isEmpty() || text.length() > longest ? null : text;
  }
}
