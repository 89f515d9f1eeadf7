package com.ojeomneo.user;

import com.ojeomneo.platform.database.Database;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.UUID;

/** Deletes an account: the person goes, the orders stay as the law wants them. */
@Singleton
public class AccountClosure {
  private final Database database;
  private final Users users;
  private final Sessions sessions;
  private final Clock clock;

  AccountClosure(Database database, Users users, Sessions sessions, Clock clock) {
    this.database = database;
    this.users = users;
    this.sessions = sessions;
    this.clock = clock;
  }

  /** Everything or nothing; the e-mail address is free afterwards. */
  public void close(UUID userId) {
    database.transact(
        tx -> {
          users.anonymise(tx, userId, clock.instant());
          sessions.forgetDevices(tx, userId);
          sessions.revokeAll(tx, userId);
        });
  }
}
