package com.ojeomneo.payment;

/** How money changes hands at the counter, past the provider. */
public enum TillMethod {
  CASH("현장 현금"),
  /** The shop's own card terminal. */
  CARD("현장 카드");

  private final String label;

  TillMethod(String label) {
    this.label = label;
  }

  /** As {@code payments.method} has it, beside the provider's words. */
  public String label() {
    return label;
  }
}
