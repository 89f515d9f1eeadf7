package com.ojeomneo.money;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * An amount in KRW, which has no fractions; in JSON a plain integer.
 *
 * @param amount zero or more, at most what the database's integer holds
 */
public record Won(int amount) implements Comparable<Won> {
  public static final Won ZERO = new Won(0);

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public Won {
    if (amount < 0) {
      throw new IllegalArgumentException("an amount of money is not negative");
    }
  }

  /**
   * @throws ArithmeticException rather than overflow
   */
  public Won plus(Won other) {
    return new Won(Math.addExact(amount, other.amount));
  }

  public Won minus(Won other) {
    return new Won(Math.subtractExact(amount, other.amount));
  }

  /**
   * @throws ArithmeticException rather than overflow
   */
  public Won times(int quantity) {
    return new Won(Math.multiplyExact(amount, quantity));
  }

  @Override
  public int compareTo(Won other) {
    return Integer.compare(amount, other.amount);
  }

  @JsonValue
  public int json() {
    return amount;
  }
}
