package com.ojeomneo.user;

import jakarta.validation.constraints.NotNull;

/** Gives a refresh token for the next pair of tokens. */
public record RenewTokens(@NotNull String refreshToken) {
  /** Without the token: records find their way into logs. */
  @Override
  public String toString() {
    return "RenewTokens[]";
  }
}
