package com.ojeomneo.sandbox;

import static com.ojeomneo.sandbox.ErrorCode.INVALID_REQUEST;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;

/** The request to charge what a customer authenticated. */
record ConfirmPayment(String paymentKey, String orderId, long amount) {
  /** The provider's rule for order ids. */
  static final Pattern ORDER_ID = Pattern.compile("[A-Za-z0-9_-]{6,64}");

  private static final Pattern PAYMENT_KEY = Pattern.compile("[\\x21-\\x7e]{1,200}");

  static ConfirmPayment from(JsonNode body) {
    JsonNode paymentKey = body.path("paymentKey");
    JsonNode orderId = body.path("orderId");
    JsonNode amount = body.path("amount");
    if (!isText(paymentKey, PAYMENT_KEY)
        || !isText(orderId, ORDER_ID)
        || !amount.isIntegralNumber()
        || !amount.canConvertToLong()) {
      throw INVALID_REQUEST.refusal();
    }
    return new ConfirmPayment(paymentKey.textValue(), orderId.textValue(), amount.longValue());
  }

  private static boolean isText(JsonNode value, Pattern shape) {
    return value.isTextual() && shape.matcher(value.textValue()).matches();
  }
}
