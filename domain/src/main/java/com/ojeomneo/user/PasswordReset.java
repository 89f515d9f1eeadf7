package com.ojeomneo.user;

import com.ojeomneo.platform.database.Database;
import com.ojeomneo.platform.problem.Problem;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Locale;
import java.util.UUID;

/** Gives a new password to who has forgotten theirs and reads their mail. */
@Singleton
public class PasswordReset {
  private final Database database;
  private final MailRequests mails;
  private final VerificationCodes codes;
  private final Users users;
  private final Passwords passwords;
  private final Sessions sessions;
  private final Clock clock;

  PasswordReset(
      Database database,
      MailRequests mails,
      VerificationCodes codes,
      Users users,
      Passwords passwords,
      Sessions sessions,
      Clock clock) {
    this.database = database;
    this.mails = mails;
    this.codes = codes;
    this.users = users;
    this.passwords = passwords;
    this.sessions = sessions;
    this.clock = clock;
  }

  /** A code by mail, if the address has an account. */
  public void ask(AskForCode command, Locale language) {
    mails.add(Purpose.RESET_PASSWORD, command.email(), language);
  }

  /**
   * Whoever knew the old password is logged out everywhere; the address is proven, too.
   *
   * @throws Problem 400 {@code PASSWORD_TOO_COMMON}, which uses up no try of the code; 401 {@code
   *     CODE_INVALID}; 503 when too many passwords wait to be hashed
   */
  public void confirm(ResetPassword command) {
    CommonPasswords.refuse(command.password(), command.email());
    var proof = codes.check(Purpose.RESET_PASSWORD, command.email(), command.code());
    String hash = passwords.hash(command.password());
    database.transact(
        tx -> {
          codes.spend(tx, proof);
          UUID user =
              users
                  .changePassword(tx, command.email(), hash, clock.instant())
                  .orElseThrow(VerificationCodes::invalid);
          sessions.revokeAll(tx, user);
        });
  }
}
