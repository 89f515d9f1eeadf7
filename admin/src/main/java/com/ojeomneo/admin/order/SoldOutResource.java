package com.ojeomneo.admin.order;

import com.ojeomneo.admin.session.CurrentStaff;
import com.ojeomneo.admin.staff.Permission;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;

/** A dish that the kitchen has run out of, whatever its stock says. */
@Path("/api/menus/{id}/sold-out")
@RunOnVirtualThread
class SoldOutResource {
  private final Reachable reachable;
  private final CatalogueSwitches switches;
  private final CurrentStaff current;

  SoldOutResource(Reachable reachable, CatalogueSwitches switches, CurrentStaff current) {
    this.reachable = reachable;
    this.switches = switches;
    this.current = current;
  }

  record SoldOut(@NotNull Boolean soldOut) {}

  @PUT
  public BoardMenu turn(@PathParam("id") String id, @NotNull @Valid SoldOut command) {
    UUID menu = reachable.menu(id, Permission.ORDERS);
    switches.soldOut(menu, command.soldOut(), current.author());
    return reachable.onBoard(menu);
  }
}
