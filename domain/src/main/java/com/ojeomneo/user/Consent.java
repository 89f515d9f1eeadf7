package com.ojeomneo.user;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/** What a customer agreed to when signing up, and which version of it. */
public record Consent(
    @NotNull Kind kind, @NotNull @Pattern(regexp = "^[!-~]{1,20}$") String version) {
  public enum Kind {
    TERMS,
    PRIVACY,
    AGE,
    MARKETING
  }
}
