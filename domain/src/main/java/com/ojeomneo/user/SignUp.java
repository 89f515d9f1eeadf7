package com.ojeomneo.user;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * Opens an account.
 *
 * @param consents may be left out
 */
public record SignUp(
    @NotNull @EmailAddress String email,
    @NotNull @NewPassword String password,
    @NotNull @DisplayName String displayName,
    @Size(max = 10) List<@NotNull @Valid Consent> consents) {
  public SignUp {
    email = Normalized.line(email);
    password = Normalized.exactly(password);
    displayName = Normalized.line(displayName);
    consents = consents == null ? List.of() : consents;
  }

  /** Without the password: records find their way into logs. */
  @Override
  public String toString() {
    return "SignUp[email=" + email + "]";
  }
}
