package com.ojeomneo.admin.session;

import com.ojeomneo.admin.session.Sessions.Opened;
import com.ojeomneo.admin.staff.StaffMember;
import com.ojeomneo.admin.staff.StaffMembers;
import com.ojeomneo.admin.staff.StaffMembers.Credentials;
import com.ojeomneo.platform.database.Database;
import com.ojeomneo.platform.problem.Problem;
import com.ojeomneo.user.Passwords;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jboss.logging.Logger;

/** From address, password and code to a session. */
@Singleton
class SigningIn {
  private static final Logger LOG = Logger.getLogger(SigningIn.class);

  private final Database database;
  private final StaffMembers staff;
  private final Passwords passwords;
  private final SecondFactor secondFactor;
  private final Sessions sessions;
  private final MeterRegistry metrics;

  SigningIn(
      Database database,
      StaffMembers staff,
      Passwords passwords,
      SecondFactor secondFactor,
      Sessions sessions,
      MeterRegistry metrics) {
    this.database = database;
    this.staff = staff;
    this.passwords = passwords;
    this.secondFactor = secondFactor;
    this.sessions = sessions;
    this.metrics = metrics;
  }

  /**
   * @throws Problem 401 {@code LOGIN_FAILED}, the same and as late for an unknown address as for a
   *     wrong password; then {@code CODE_REQUIRED} and {@code CODE_WRONG}
   */
  Opened signIn(SignIn wish, String address, String userAgent) {
    Optional<Credentials> found = staff.credentials(database.sql(), wish.email().strip());
    if (!passwords.matches(wish.password(), found.map(Credentials::passwordHash))) {
      throw refused(SessionProblem.LOGIN_FAILED, found);
    }
    StaffMember member = found.orElseThrow().member();
    if (member.secondFactor() && (wish.code() == null || wish.code().isBlank())) {
      throw refused(SessionProblem.CODE_REQUIRED, found);
    }
    return database.transaction(
        tx -> {
          if (member.secondFactor() && !secondFactor.accept(tx, member.id(), wish.code())) {
            throw refused(SessionProblem.CODE_WRONG, found);
          }
          Opened opened = sessions.open(tx, member, address, userAgent);
          counted("OK");
          LOG.infof("%s signed in from %s", member.id(), address);
          return opened;
        });
  }

  /** An address that nobody has is not logged: some type their password there. */
  private Problem refused(SessionProblem why, Optional<Credentials> who) {
    counted(why.name());
    LOG.infof("sign-in refused: %s %s", why, who.map(c -> c.member().id().toString()).orElse("-"));
    return Problem.of(why);
  }

  private void counted(String outcome) {
    metrics.counter("ojeomneo.admin.sign.ins", "outcome", outcome).increment();
  }
}
