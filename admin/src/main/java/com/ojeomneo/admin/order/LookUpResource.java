package com.ojeomneo.admin.order;

import com.ojeomneo.admin.staff.Permission;
import com.ojeomneo.order.LookUp;
import com.ojeomneo.schema.jooq.enums.AuditAction;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Looks at an order's money at the provider, which a Server makes within a second. */
@Path("/api/orders/{id}/look-ups")
@RunOnVirtualThread
class LookUpResource {
  private final Reachable reachable;
  private final LookUp lookUp;
  private final OrderLog log;

  LookUpResource(Reachable reachable, LookUp lookUp, OrderLog log) {
    this.reachable = reachable;
    this.lookUp = lookUp;
    this.log = log;
  }

  @POST
  @ResponseStatus(202)
  @APIResponse(
      responseCode = "202",
      description = "A Server will look",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = Dossier.class)))
  public Dossier ask(@PathParam("id") String id) {
    UUID order = reachable.order(id, Permission.REFUNDS);
    lookUp.ask(order, tx -> log.record(tx, AuditAction.LOOK_UP, order, null, null));
    return reachable.dossier(order);
  }
}
