package com.ojeomneo.order;

/** What is called out at the counter. */
public final class OrderNumber {
  private static final int TWO_DIGITS = 26 * 99;

  /** How many there are for one shop and business day. */
  public static final int A_DAY = TWO_DIGITS + 26 * 900;

  private OrderNumber() {}

  /**
   * A01 to Z99, then A100 to Z999.
   *
   * @param n counted from 1
   */
  public static String of(int n) {
    int i = n - 1;
    if (i < TWO_DIGITS) {
      return "%c%02d".formatted('A' + i / 99, i % 99 + 1);
    }
    if (n <= A_DAY) {
      i -= TWO_DIGITS;
      return "%c%03d".formatted('A' + i / 900, i % 900 + 100);
    }
    throw new IllegalStateException("more orders than numbers in one day");
  }
}
