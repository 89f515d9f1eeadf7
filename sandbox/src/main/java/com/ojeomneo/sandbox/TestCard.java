package com.ojeomneo.sandbox;

import static com.ojeomneo.sandbox.ErrorCode.REJECT_CARD_PAYMENT;

import java.util.Arrays;
import java.util.Optional;

/** The cards a customer can choose on the checkout page; how a card ends shows at the confirm. */
enum TestCard {
  NORMAL(Optional.empty()),
  REFUSED(Optional.of(REJECT_CARD_PAYMENT));

  final Optional<ErrorCode> refusal;

  TestCard(Optional<ErrorCode> refusal) {
    this.refusal = refusal;
  }

  /** The name as the form has it: {@code normal}, {@code refused}. */
  static Optional<TestCard> named(String name) {
    return Arrays.stream(values()).filter(card -> card.name().equalsIgnoreCase(name)).findFirst();
  }
}
