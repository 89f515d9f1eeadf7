package com.ojeomneo.admin.session;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * @param code of the authenticator app, or a recovery code; null to see whether one is needed
 */
record SignIn(
    @NotNull @Size(min = 1, max = 254) String email,
    @NotNull @Size(min = 1, max = 256) String password,
    @Nullable @Size(max = 40) String code) {
  /** Nothing of it: records find their way into logs. */
  @Override
  public String toString() {
    return "SignIn[]";
  }
}
