package com.ojeomneo.user;

/**
 * Changes how a customer is called.
 *
 * @param displayName null leaves it as it is
 */
public record Rename(@DisplayName String displayName) {
  public Rename {
    displayName = Normalized.line(displayName);
  }
}
