package com.ojeomneo.user;

import com.ojeomneo.platform.database.Database;
import com.ojeomneo.platform.problem.Problem;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Logs in with e-mail address and password. */
@Singleton
public class Login {
  private static final Logger LOG = Logger.getLogger(Login.class);

  private final Database database;
  private final Users users;
  private final Passwords passwords;
  private final Sessions sessions;

  Login(Database database, Users users, Passwords passwords, Sessions sessions) {
    this.database = database;
    this.users = users;
    this.passwords = passwords;
    this.sessions = sessions;
  }

  /**
   * @throws Problem 401 {@code LOGIN_FAILED}, the same and as late for an unknown address as for a
   *     wrong password; 503 when too many passwords wait to be hashed
   */
  public Tokens logIn(LogIn command) {
    Optional<Credentials> found = users.credentials(command.email());
    if (!passwords.matches(command.password(), found.map(Credentials::passwordHash))) {
      // An address that nobody has is not logged: some type their password there.
      LOG.infof("log-in refused: %s", found.map(c -> c.user().id().toString()).orElse("-"));
      throw Problem.of(UserProblem.LOGIN_FAILED);
    }
    return database.transaction(
        tx ->
            users
                .hold(tx, found.orElseThrow().user().id())
                .map(user -> sessions.open(tx, user, command.deviceId()))
                .orElseThrow(() -> Problem.of(UserProblem.LOGIN_FAILED)));
  }
}
