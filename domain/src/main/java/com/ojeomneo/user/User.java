package com.ojeomneo.user;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.util.UUID;

/**
 * Someone who orders, with an account or as a guest.
 *
 * @param email null for a guest, and for who logs in at a provider that does not answer for one
 * @param emailVerified whether they have proven to read mail that is sent there
 */
public record User(
    UUID id,
    @JsonInclude(JsonInclude.Include.NON_NULL) String email,
    boolean emailVerified,
    String displayName,
    boolean guest,
    Instant createdAt) {
  private static final String GUEST_NAME = "손님";

  static User withAccount(String email, String displayName, Instant now) {
    return new User(UuidCreator.getTimeOrderedEpoch(), email, false, displayName, false, now);
  }

  /**
   * @param email proven; null without
   */
  static User vouchedFor(String email, String displayName, Instant now) {
    UUID id = UuidCreator.getTimeOrderedEpoch();
    return new User(id, email, email != null, displayName, false, now);
  }

  static User guest(Instant now) {
    return new User(UuidCreator.getTimeOrderedEpoch(), null, false, GUEST_NAME, true, now);
  }
}
