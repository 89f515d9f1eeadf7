package com.ojeomneo.user;

import com.ojeomneo.platform.database.Database;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.UUID;
import org.jooq.DSLContext;

/**
 * Deletes an account: the person goes, the orders stay as the law wants them, and whose they were
 * is kept apart. Providers that vouched for them are told afterwards.
 */
@Singleton
public class AccountClosure {
  private final Database database;
  private final Users users;
  private final Sessions sessions;
  private final Favourites favourites;
  private final Identities identities;
  private final Clock clock;

  AccountClosure(
      Database database,
      Users users,
      Sessions sessions,
      Favourites favourites,
      Identities identities,
      Clock clock) {
    this.database = database;
    this.users = users;
    this.sessions = sessions;
    this.favourites = favourites;
    this.identities = identities;
    this.clock = clock;
  }

  /** Everything or nothing; the e-mail address is free afterwards. */
  public void close(UUID userId) {
    database.transact(
        tx -> {
          users.find(tx, userId).map(User::email).ifPresent(email -> forgetCodes(tx, email));
          RetainedAccounts.retain(tx, userId, clock.instant());
          users.anonymise(tx, userId, clock.instant());
          Consents.forget(tx, userId);
          favourites.forget(tx, userId);
          identities.removeAll(tx, userId);
          sessions.forgetDevices(tx, userId);
          sessions.revokeAll(tx, userId);
        });
  }

  private static void forgetCodes(DSLContext tx, String email) {
    MailRequests.forget(tx, email);
    VerificationCodes.forget(tx, email);
  }
}
