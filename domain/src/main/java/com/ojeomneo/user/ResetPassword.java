package com.ojeomneo.user;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/** Chooses a new password, with the code that came by mail. */
public record ResetPassword(
    @NotNull @EmailAddress String email,
    @NotNull @Pattern(regexp = "[0-9]{6}") String code,
    @NotNull @NewPassword String password) {
  public ResetPassword {
    email = Normalized.line(email);
    code = Normalized.line(code);
    password = Normalized.exactly(password);
  }

  /** Without code and password: records find their way into logs. */
  @Override
  public String toString() {
    return "ResetPassword";
  }
}
