package com.ojeomneo.admin.counter;

import com.ojeomneo.admin.session.CurrentStaff;
import com.ojeomneo.admin.staff.Permission;
import com.ojeomneo.menu.Stores;
import com.ojeomneo.platform.database.Database;
import com.ojeomneo.platform.http.PathId;
import com.ojeomneo.platform.problem.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Clock;
import java.util.UUID;

/** What can be ordered at a shop's counter now. */
@Path("/api/stores/{id}/counter")
@RunOnVirtualThread
class CounterMenuResource {
  private final Database database;
  private final CurrentStaff current;
  private final Clock clock;

  CounterMenuResource(Database database, CurrentStaff current, Clock clock) {
    this.database = database;
    this.current = current;
    this.clock = clock;
  }

  @GET
  public CounterMenu show(@PathParam("id") String id) {
    var reach = current.member().require(Permission.VIEW);
    UUID store = PathId.of(id);
    if (!reach.includes(store)) {
      throw Problem.notFound();
    }
    return CounterMenus.of(
        database.sql(),
        Stores.find(database.sql(), store).orElseThrow(Problem::notFound),
        clock.instant());
  }
}
