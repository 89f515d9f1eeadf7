package com.ojeomneo.admin.resource;

import com.ojeomneo.admin.resource.Dates.DatePart;
import com.ojeomneo.admin.session.CurrentStaff;
import com.ojeomneo.admin.staff.StaffMember;
import com.ojeomneo.platform.database.Database;
import com.ojeomneo.platform.problem.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.util.List;
import org.jooq.Condition;

/** The way into a list by year, month and day. */
@Path("/api/resources/{resource}/dates")
@RunOnVirtualThread
class DateEndpoint {
  private final Database database;
  private final Resources resources;
  private final CurrentStaff current;
  private final Clock clock;

  DateEndpoint(Database database, Resources resources, CurrentStaff current, Clock clock) {
    this.database = database;
    this.resources = resources;
    this.current = current;
    this.clock = clock;
  }

  /**
   * @param parts from the first to the last
   */
  record DateParts(List<DatePart> parts) {}

  /**
   * @param within {@code 2026} for its months, {@code 2026-11} for its days; without it, years
   * @param filter the others in force, as the list has it
   */
  @GET
  public DateParts parts(
      @PathParam("resource") String name,
      @QueryParam("within") String within,
      @QueryParam("filter") String filter) {
    Resource resource = resources.require(name);
    StaffMember member = current.member();
    Condition wanted = Filter.visibleTo(member, resource, filter);
    if (resource.dated() == null) {
      throw Problem.notFound();
    }
    DateSpan span = DateSpan.of(within);
    return new DateParts(Dates.of(database.sql(), clock, resource, member, wanted, span));
  }
}
