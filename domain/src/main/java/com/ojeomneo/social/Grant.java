package com.ojeomneo.social;

/**
 * What a code was exchanged for.
 *
 * @param refreshToken what ends it at the provider; null where none is given
 */
record Grant(String idToken, String refreshToken) {
  /** Without the tokens: records find their way into logs. */
  @Override
  public String toString() {
    return "Grant";
  }
}
