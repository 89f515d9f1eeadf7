package com.ojeomneo.user;

import com.ojeomneo.platform.database.Database;
import com.ojeomneo.platform.problem.Problem;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.UUID;
import org.jooq.exception.DataAccessException;

/** Makes a user out of a stranger, and logs in. */
@Singleton
public class Registration {
  private static final String UNIQUE_VIOLATION = "23505";

  private final Database database;
  private final Users users;
  private final Passwords passwords;
  private final Sessions sessions;
  private final Clock clock;

  Registration(
      Database database, Users users, Passwords passwords, Sessions sessions, Clock clock) {
    this.database = database;
    this.users = users;
    this.passwords = passwords;
    this.sessions = sessions;
    this.clock = clock;
  }

  /**
   * @throws Problem 400 {@code PASSWORD_TOO_COMMON}; 409 {@code EMAIL_TAKEN}; 503 when too many
   *     passwords wait to be hashed
   */
  public Tokens signUp(SignUp command) {
    CommonPasswords.refuse(command.password(), command.email());
    // A taken address is not worth a hash; who is first after that, the insert decides.
    if (users.credentials(command.email()).isPresent()) {
      throw Problem.of(UserProblem.EMAIL_TAKEN);
    }
    String hash = passwords.hash(command.password());
    User user = User.withAccount(command.email(), command.displayName(), clock.instant());
    return database.transaction(
        tx -> {
          if (!users.add(tx, user, hash)) {
            throw Problem.of(UserProblem.EMAIL_TAKEN);
          }
          Consents.add(tx, user.id(), command.consents(), user.createdAt());
          return sessions.open(tx, user, command.deviceId());
        });
  }

  /**
   * Gives a guest an account: the same person, with the orders they have.
   *
   * @throws Problem 400 {@code PASSWORD_TOO_COMMON}; 409 {@code EMAIL_TAKEN} or {@code
   *     ALREADY_REGISTERED}; 503 when too many passwords wait to be hashed
   */
  public User keep(UUID guest, SignUp command) {
    CommonPasswords.refuse(command.password(), command.email());
    User now = users.find(guest).orElseThrow(Problem::notFound);
    if (!now.guest()) {
      throw Problem.of(UserProblem.ALREADY_REGISTERED);
    }
    if (users.credentials(command.email()).isPresent()) {
      throw Problem.of(UserProblem.EMAIL_TAKEN);
    }
    String hash = passwords.hash(command.password());
    User account = User.withAccount(command.email(), command.displayName(), clock.instant());
    try {
      return database.transaction(
          tx -> {
            User registered =
                users
                    .register(tx, guest, account, hash)
                    .orElseThrow(() -> Problem.of(UserProblem.ALREADY_REGISTERED));
            Consents.add(tx, guest, command.consents(), account.createdAt());
            return registered;
          });
    } catch (DataAccessException e) {
      if (UNIQUE_VIOLATION.equals(e.sqlState())) {
        throw Problem.of(UserProblem.EMAIL_TAKEN);
      }
      throw e;
    }
  }

  /** Always someone new. */
  public Tokens enter(EnterAsGuest command) {
    User guest = User.guest(clock.instant());
    return database.transaction(
        tx -> {
          users.add(tx, guest, null);
          return sessions.open(tx, guest, command.deviceId());
        });
  }
}
