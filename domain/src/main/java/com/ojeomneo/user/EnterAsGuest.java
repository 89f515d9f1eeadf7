package com.ojeomneo.user;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/**
 * Begins to order without an account.
 *
 * @param deviceId a label for the session, 1 to 100 characters; it proves nothing
 */
public record EnterAsGuest(@NotNull @Pattern(regexp = DEVICE_ID) String deviceId) {
  static final String DEVICE_ID = "^[^\\p{Cc}]{1,100}$";

  public EnterAsGuest {
    deviceId = Normalized.line(deviceId);
  }
}
