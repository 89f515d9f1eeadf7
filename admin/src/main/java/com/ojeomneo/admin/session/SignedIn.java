package com.ojeomneo.admin.session;

import com.ojeomneo.admin.staff.StaffMember;

/**
 * Somebody in a session of theirs, as they were when it was looked up.
 *
 * @param cookieHash names the session
 */
public record SignedIn(String cookieHash, StaffMember member) {
  /** Without the hash: records find their way into logs. */
  @Override
  public String toString() {
    return "SignedIn[" + member.id() + "]";
  }
}
