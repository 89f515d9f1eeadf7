package com.ojeomneo.admin.order;

import static com.ojeomneo.schema.jooq.Tables.STORES;

import com.ojeomneo.admin.session.CurrentStaff;
import com.ojeomneo.admin.staff.Permission;
import com.ojeomneo.platform.database.Database;
import com.ojeomneo.platform.problem.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;

/** A shop that has its hands full takes no orders for now. */
@Path("/api/stores/{id}/paused")
@RunOnVirtualThread
class PausedResource {
  private final Reachable reachable;
  private final CatalogueSwitches switches;
  private final CurrentStaff current;
  private final Database database;

  PausedResource(
      Reachable reachable, CatalogueSwitches switches, CurrentStaff current, Database database) {
    this.reachable = reachable;
    this.switches = switches;
    this.current = current;
    this.database = database;
  }

  record Paused(@NotNull Boolean paused) {}

  @PUT
  public BoardShop pause(@PathParam("id") String id, @NotNull @Valid Paused command) {
    UUID store = reachable.store(id, Permission.ORDERS);
    switches.paused(store, command.paused(), current.author());
    return BoardShop.list(database.sql(), STORES.ID.eq(store)).stream()
        .findFirst()
        .orElseThrow(Problem::notFound);
  }
}
