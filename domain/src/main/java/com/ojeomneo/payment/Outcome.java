package com.ojeomneo.payment;

/** What a call to the provider came to. */
public sealed interface Outcome {
  /** It answered with the payment as it now is. */
  record Answered(Charge charge) implements Outcome {}

  /** It refused for good, and nothing was moved. */
  record Refused(String code, String message) implements Outcome {}

  /** Nobody knows whether money moved: look up before deciding anything. */
  record Unknown(String reason) implements Outcome {}
}
