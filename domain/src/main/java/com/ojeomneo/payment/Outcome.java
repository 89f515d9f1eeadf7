package com.ojeomneo.payment;

/** What a call to the provider came to. */
public sealed interface Outcome {
  /** It answered with the payment as it now is. */
  record Answered(Charge charge) implements Outcome {}

  /** It refused for good, and nothing was moved. */
  record Refused(String code, String message) implements Outcome {}

  /**
   * Nobody knows whether money moved: look up before deciding anything.
   *
   * @param kept whether the provider has answered and keeps this answer for the idempotency key:
   *     the same key would be told the same again, and the call is over, so that a look-up sees all
   *     of it
   */
  record Unknown(String reason, boolean kept) implements Outcome {
    Unknown(String reason) {
      this(reason, false);
    }
  }
}
