package com.ojeomneo.admin.order;

import com.ojeomneo.admin.staff.Permission;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** Everything about one order. */
@Path("/api/orders/{id}/dossier")
@RunOnVirtualThread
class DossierResource {
  private final Reachable reachable;

  DossierResource(Reachable reachable) {
    this.reachable = reachable;
  }

  @GET
  public Dossier show(@PathParam("id") String id) {
    return reachable.dossier(reachable.order(id, Permission.VIEW));
  }
}
