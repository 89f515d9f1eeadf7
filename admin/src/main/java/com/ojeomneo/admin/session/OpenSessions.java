package com.ojeomneo.admin.session;

import static com.ojeomneo.schema.jooq.Tables.STAFF;
import static com.ojeomneo.schema.jooq.Tables.STAFF_SESSIONS;

import com.ojeomneo.admin.staff.StaffMembers;
import com.ojeomneo.platform.database.Database;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether what was begun in a session may go on. To look at a screen is no use that extends it. */
@Singleton
public class OpenSessions {
  private final Database database;
  private final Clock clock;

  OpenSessions(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Those of them whose session holds and who may do what they then might: one statement. */
  public Set<SignedIn> among(Collection<SignedIn> all) {
    byte[][] hashes =
        all.stream()
            .map(SignedIn::cookieHash)
            .distinct()
            .map(HexFormat.of()::parseHex)
            .toArray(byte[][]::new);
    Set<SignedIn> now =
        database
            .sql()
            .select(STAFF_SESSIONS.COOKIE_HASH, StaffMembers.MEMBER)
            .from(STAFF_SESSIONS)
            .join(STAFF)
            .on(STAFF.ID.eq(STAFF_SESSIONS.STAFF_ID))
            .where(STAFF_SESSIONS.COOKIE_HASH.in(hashes))
            .and(STAFF_SESSIONS.EXPIRES_AT.gt(clock.instant()))
            .and(StaffMembers.mayWork())
            .fetch(row -> new SignedIn(HexFormat.of().formatHex(row.value1()), row.value2()))
            .stream()
            .collect(Collectors.toSet());
    return all.stream().filter(now::contains).collect(Collectors.toSet());
  }
}
