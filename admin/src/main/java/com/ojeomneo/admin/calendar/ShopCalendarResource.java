package com.ojeomneo.admin.calendar;

import com.fasterxml.jackson.databind.JsonNode;
import com.ojeomneo.admin.resource.Drafts;
import com.ojeomneo.admin.session.CurrentStaff;
import com.ojeomneo.admin.staff.Permission;
import com.ojeomneo.platform.database.Database;
import com.ojeomneo.platform.http.PathId;
import com.ojeomneo.platform.problem.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;

/** The days of a shop: as they are, and as they would be. */
@Path("/api/stores/{id}/calendar")
@RunOnVirtualThread
class ShopCalendarResource {
  private final Database database;
  private final Drafts drafts;
  private final CurrentStaff current;

  ShopCalendarResource(Database database, Drafts drafts, CurrentStaff current) {
    this.database = database;
    this.drafts = drafts;
    this.current = current;
  }

  /**
   * @param from a business day
   * @param days 1 to 42
   */
  @GET
  public ShopCalendar show(
      @PathParam("id") String id,
      @QueryParam("from") String from,
      @QueryParam("days") @DefaultValue("7") int days) {
    UUID store = within(id);
    return ShopCalendar.of(database.sql(), store, Period.of(from, days));
  }

  /**
   * With these members of the shop instead of what it has; nothing is written.
   *
   * @param values as {@code PUT /api/stores/{id}} takes them
   */
  @POST
  @Path("draft")
  public ShopCalendar draft(
      @PathParam("id") String id,
      @QueryParam("from") String from,
      @QueryParam("days") @DefaultValue("7") int days,
      JsonNode values) {
    UUID store = within(id);
    Period period = Period.of(from, days);
    return drafts.look("stores", id, values, tx -> ShopCalendar.of(tx, store, period));
  }

  private UUID within(String id) {
    var reach = current.member().require(Permission.VIEW);
    UUID store = PathId.of(id);
    if (!reach.includes(store)) {
      throw Problem.notFound();
    }
    return store;
  }
}
