package com.ojeomneo.user;

import jakarta.validation.constraints.NotNull;

/** Wants a code by mail. */
public record AskForCode(@NotNull @EmailAddress String email) {
  public AskForCode {
    email = Normalized.line(email);
  }

  @Override
  public String toString() {
    return "AskForCode";
  }
}
