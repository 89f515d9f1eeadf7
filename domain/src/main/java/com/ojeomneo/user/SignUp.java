package com.ojeomneo.user;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Opens an account.
 *
 * @param consents may be left out
 * @param deviceId as {@link EnterAsGuest}; may be left out
 */
public record SignUp(
    @NotNull @EmailAddress String email,
    @NotNull @NewPassword String password,
    @NotNull @DisplayName String displayName,
    @Size(max = 10) List<@NotNull @Valid Consent> consents,
    @Nullable @Pattern(regexp = EnterAsGuest.DEVICE_ID) String deviceId) {
  public SignUp {
    email = Normalized.line(email);
    password = Normalized.exactly(password);
    displayName = Normalized.line(displayName);
    deviceId = Normalized.line(deviceId);
    consents = consents == null ? List.of() : consents;
  }

  /** Nothing of it: records find their way into logs. */
  @Override
  public String toString() {
    return "SignUp[]";
  }
}
