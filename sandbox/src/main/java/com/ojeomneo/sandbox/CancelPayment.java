package com.ojeomneo.sandbox;

import static com.ojeomneo.sandbox.ErrorCode.INVALID_REQUEST;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * The request to give money back.
 *
 * @param amount KRW; empty = all that is left
 */
record CancelPayment(String reason, Optional<Long> amount) {
  private static final int LONGEST_REASON = 200;

  static CancelPayment from(JsonNode body) {
    JsonNode reason = body.path("cancelReason");
    if (!reason.isTextual()
        || reason.textValue().isBlank()
        || reason.textValue().indexOf('\0') >= 0
        || reason.textValue().length() > LONGEST_REASON) {
      throw INVALID_REQUEST.refusal();
    }
    return new CancelPayment(reason.textValue(), amount(body.path("cancelAmount")));
  }

  private static Optional<Long> amount(JsonNode amount) {
    if (amount.isMissingNode() || amount.isNull()) {
      return Optional.empty();
    }
    if (!amount.isIntegralNumber() || !amount.canConvertToLong() || amount.longValue() <= 0) {
      throw INVALID_REQUEST.refusal();
    }
    return Optional.of(amount.longValue());
  }
}
