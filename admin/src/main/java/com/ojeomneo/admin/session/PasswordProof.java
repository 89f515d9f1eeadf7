package com.ojeomneo.admin.session;

import com.ojeomneo.admin.staff.StaffMember;
import com.ojeomneo.admin.staff.StaffMembers;
import com.ojeomneo.admin.staff.StaffMembers.Credentials;
import com.ojeomneo.platform.database.Database;
import com.ojeomneo.platform.problem.Problem;
import com.ojeomneo.platform.ratelimit.SubjectLimits;
import com.ojeomneo.user.Passwords;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Locale;

/** The password once more, before what a stranger at an open screen must not do. */
@Singleton
public class PasswordProof {
  private final Database database;
  private final StaffMembers staff;
  private final Passwords passwords;
  private final SubjectLimits limits;

  PasswordProof(Database database, StaffMembers staff, Passwords passwords, SubjectLimits limits) {
    this.database = database;
    this.staff = staff;
    this.passwords = passwords;
    this.limits = limits;
  }

  /**
   * @throws Problem 401 {@code LOGIN_FAILED}; 429 after too many tries, of signing in too
   */
  public StaffMember require(String password, RoutingContext request) {
    StaffMember member = SessionFilter.sessionOf(request).member();
    count(member, request);
    var hash = staff.credentials(database.sql(), member.email()).map(Credentials::passwordHash);
    if (!passwords.matches(password, hash)) {
      throw Problem.of(SessionProblem.LOGIN_FAILED);
    }
    return member;
  }

  void count(StaffMember member, RoutingContext request) {
    limits.count("sign-in-account", member.email().toLowerCase(Locale.ROOT), request);
  }
}
