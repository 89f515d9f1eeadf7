package com.ojeomneo.admin.order;

import com.ojeomneo.admin.staff.Permission;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** One order as the board has it, also when it is on it no longer. */
@Path("/api/orders/{id}/board")
@RunOnVirtualThread
class BoardOrderResource {
  private final Reachable reachable;

  BoardOrderResource(Reachable reachable) {
    this.reachable = reachable;
  }

  @GET
  public BoardOrder show(@PathParam("id") String id) {
    return reachable.onBoard(reachable.order(id, Permission.VIEW), Permission.VIEW);
  }
}
