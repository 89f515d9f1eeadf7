package com.ojeomneo.admin.order;

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
  private final OrderLog log;
  private final CurrentStaff current;

  HandOverResource(Reachable reachable, Till till, OrderLog log, CurrentStaff current) {
    this.reachable = reachable;
    this.till = till;
    this.log = log;
    this.current = current;
  }

  /** What the log says of it. */
  private record HandedOver(UUID refund) {}

  @POST
  public Dossier handOver(@PathParam("id") String id, @PathParam("refund") String refund) {
    UUID order = reachable.order(id, Permission.ORDERS);
    till.handOver(
        order,
        PathId.of(refund),
        current.member().id(),
        (tx, handed) -> log.record(tx, AuditAction.TILL, order, new HandedOver(handed), null));
    return reachable.dossier(order);
  }
}
