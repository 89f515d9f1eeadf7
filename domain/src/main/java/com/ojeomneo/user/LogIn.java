package com.ojeomneo.user;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Proves to hold an account. A password too short to be one is wrong, not malformed. */
public record LogIn(
    @NotNull @EmailAddress String email, @NotNull @Size(min = 1, max = 256) String password) {
  public LogIn {
    email = Normalized.line(email);
    password = Normalized.exactly(password);
  }

  /** Without the password: records find their way into logs. */
  @Override
  public String toString() {
    return "LogIn[email=" + email + "]";
  }
}
