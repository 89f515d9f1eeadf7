package com.ojeomneo.admin.dashboard;

import com.ojeomneo.admin.session.CurrentStaff;
import com.ojeomneo.admin.staff.Permission;
import com.ojeomneo.admin.staff.Reach;
import com.ojeomneo.platform.database.Database;
import com.ojeomneo.platform.http.PathId;
import com.ojeomneo.platform.problem.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

/** How today goes. Sums of amounts that whoever may see orders sees one by one. */
@Path("/api/dashboard")
@RunOnVirtualThread
class DashboardResource {
  private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);

  private final Database database;
  private final CurrentStaff current;
  private final Clock clock;

  DashboardResource(Database database, CurrentStaff current, Clock clock) {
    this.database = database;
    this.current = current;
    this.clock = clock;
  }

  /**
   * @param store null for every shop within reach
   * @param day of Seoul, not to come; null is today
   */
  @GET
  public Dashboard show(@QueryParam("store") String store, @QueryParam("day") String day) {
    Reach reach = current.member().require(Permission.VIEW);
    Instant now = clock.instant();
    Reach wanted = store == null ? reach : one(reach, PathId.of(store));
    return Days.compare(database.sql(), reach, wanted, new Span(dayOf(day, now), now));
  }

  private static Reach one(Reach reach, UUID shop) {
    if (!reach.includes(shop)) {
      throw Problem.notFound();
    }
    return new Reach.Shops(Set.of(shop));
  }

  private static LocalDate dayOf(String said, Instant now) {
    LocalDate today = Span.dayOf(now);
    if (said == null) {
      return today;
    }
    try {
      LocalDate day = LocalDate.parse(said);
      if (!day.isAfter(today) && !day.isBefore(EARLIEST)) {
        return day;
      }
    } catch (DateTimeException e) {
      // The answer is the same.
    }
    throw Problem.invalid(
        "day", "오늘까지의 날짜를 2026-01-31처럼 적어 주세요.", "A date such as 2026-01-31, today at the latest.");
  }
}
