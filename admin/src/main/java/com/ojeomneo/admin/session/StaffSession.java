package com.ojeomneo.admin.session;

import com.ojeomneo.admin.staff.StaffMember;
import java.time.Instant;

/**
 * A sign-in that holds.
 *
 * @param cookieHash SHA-256 of the cookie, hexadecimal: its name in PostgreSQL and Redis
 * @param csrfToken what writes must bring along
 */
record StaffSession(
    String cookieHash, StaffMember member, String csrfToken, Instant createdAt, Instant expiresAt) {
  /** Without the token: records find their way into logs. */
  @Override
  public String toString() {
    return "StaffSession[" + member.id() + "]";
  }
}
