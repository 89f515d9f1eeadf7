package com.ojeomneo.local.books;

/**
 * Something in which two books do not agree.
 *
 * @param of the id of an order, a customer, a dish: where to look
 */
public record Difference(String of, String what) {
  @Override
  public String toString() {
    return of + ": " + what;
  }
}
