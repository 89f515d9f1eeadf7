package com.ojeomneo.admin.order;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.ojeomneo.admin.audit.AuditLog;
import com.ojeomneo.admin.audit.Author;
import com.ojeomneo.admin.audit.Deed;
import com.ojeomneo.admin.session.CurrentStaff;
import com.ojeomneo.admin.staff.Permission;
import com.ojeomneo.order.Till;
import com.ojeomneo.platform.http.PathId;
import com.ojeomneo.schema.jooq.enums.AuditAction;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;

/** Money from the till that was put back into the customer's hand. */
@Path("/api/orders/{id}/refunds/{refund}/hand-over")
@RunOnVirtualThread
class HandOverResource {
  private final Reachable reachable;
  private final Till till;
  private final AuditLog log;
  private final CurrentStaff current;
  private final ObjectMapper json;

  HandOverResource(
      Reachable reachable, Till till, AuditLog log, CurrentStaff current, ObjectMapper json) {
    this.reachable = reachable;
    this.till = till;
    this.log = log;
    this.current = current;
    this.json = json;
  }

  /** What the log says of it. */
  private record HandedOver(UUID refund) {}

  @POST
  public Dossier handOver(@PathParam("id") String id, @PathParam("refund") String refund) {
    UUID order = reachable.order(id, Permission.ORDERS);
    Author author = current.author();
    till.handOver(
        order,
        PathId.of(refund),
        current.member().id(),
        (tx, handed) ->
            log.record(
                tx,
                author,
                new Deed(
                    AuditAction.TILL,
                    "orders",
                    order.toString(),
                    null,
                    json.valueToTree(new HandedOver(handed)),
                    null)));
    return reachable.dossier(order);
  }
}
