package com.ojeomneo.user;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Proves to hold an account. A password too short to be one is wrong, not malformed.
 *
 * @param deviceId as {@link EnterAsGuest}; may be left out
 */
public record LogIn(
    @NotNull @EmailAddress String email,
    @NotNull @Size(min = 1, max = 256) String password,
    @Nullable @Pattern(regexp = EnterAsGuest.DEVICE_ID) String deviceId) {
  public LogIn {
    email = Normalized.line(email);
    password = Normalized.exactly(password);
    deviceId = Normalized.line(deviceId);
  }

  /** Nothing of it: records find their way into logs. */
  @Override
  public String toString() {
    return "LogIn[]";
  }
}
