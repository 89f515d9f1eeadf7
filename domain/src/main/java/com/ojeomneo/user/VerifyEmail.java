package com.ojeomneo.user;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/** Proves to read the mail of an address. */
public record VerifyEmail(
    @NotNull @EmailAddress String email, @NotNull @Pattern(regexp = "[0-9]{6}") String code) {
  public VerifyEmail {
    email = Normalized.line(email);
    code = Normalized.line(code);
  }

  /** Without the code: records find their way into logs. */
  @Override
  public String toString() {
    return "VerifyEmail";
  }
}
