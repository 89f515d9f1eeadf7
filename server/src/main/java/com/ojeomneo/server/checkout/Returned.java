package com.ojeomneo.server.checkout;

import io.vertx.core.MultiMap;
import java.util.regex.Pattern;

/**
 * What the provider's page sent the browser back with. Anyone can write such an address: what does
 * not look like the provider's is null, so that the command a developer copies holds nothing but
 * its own words.
 *
 * @param url of the call that finishes the payment
 */
record Returned(
    String url, String paymentKey, String orderId, String amount, String code, String message) {
  private static final Pattern PAYMENT_KEY = Pattern.compile("[A-Za-z0-9_=-]{1,200}");
  private static final Pattern ORDER_ID = Pattern.compile("[A-Za-z0-9_-]{6,64}");
  private static final Pattern AMOUNT = Pattern.compile("[1-9][0-9]{0,8}");
  private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{0,63}");
  private static final Pattern MESSAGE = Pattern.compile("(?s).{1,300}");

  static Returned of(MultiMap query, String publicUrl) {
    String order = known(query, "orderId", ORDER_ID);
    String message = known(query, "message", MESSAGE);
    return new Returned(
        publicUrl + "/ojeomneo/v1/orders/" + order + "/payment",
        known(query, "paymentKey", PAYMENT_KEY),
        order,
        known(query, "amount", AMOUNT),
        known(query, "code", CODE),
        message == null ? "결제가 취소되었어요." : message);
  }

  boolean isApproved() {
    return paymentKey != null && orderId != null && amount != null;
  }

  private static String known(MultiMap query, String name, Pattern form) {
    String value = query.get(name);
    return value != null && form.matcher(value).matches() ? value : null;
  }
}
