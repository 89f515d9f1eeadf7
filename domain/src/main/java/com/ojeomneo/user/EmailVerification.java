package com.ojeomneo.user;

import com.ojeomneo.platform.database.Database;
import com.ojeomneo.platform.problem.Problem;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Locale;

/** Proves that the address of an account is its holder's. */
@Singleton
public class EmailVerification {
  private final Database database;
  private final MailRequests mails;
  private final VerificationCodes codes;
  private final Users users;
  private final Clock clock;

  EmailVerification(
      Database database, MailRequests mails, VerificationCodes codes, Users users, Clock clock) {
    this.database = database;
    this.mails = mails;
    this.codes = codes;
    this.users = users;
    this.clock = clock;
  }

  /** A code by mail, if the address has an account and is not proven yet. */
  public void ask(AskForCode command, Locale language) {
    mails.add(Purpose.VERIFY_EMAIL, command.email(), language);
  }

  /**
   * @throws Problem 401 {@code CODE_INVALID}
   */
  public void verify(VerifyEmail command) {
    var proof = codes.check(Purpose.VERIFY_EMAIL, command.email(), command.code());
    database.transact(
        tx -> {
          codes.spend(tx, proof);
          if (!users.verify(tx, command.email(), clock.instant())) {
            throw VerificationCodes.invalid();
          }
        });
  }
}
