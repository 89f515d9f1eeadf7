package com.ojeomneo.admin.order;

import com.ojeomneo.admin.staff.Permission;
import com.ojeomneo.order.CancelOrder;
import com.ojeomneo.order.StaffCheckout;
import com.ojeomneo.schema.jooq.enums.AuditAction;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;

/** The end of an order that staff took and nobody has paid for. Others end as transitions. */
@Path("/api/orders/{id}/cancellation")
@RunOnVirtualThread
class CancellationResource {
  private final Reachable reachable;
  private final StaffCheckout checkout;
  private final OrderLog log;

  CancellationResource(Reachable reachable, StaffCheckout checkout, OrderLog log) {
    this.reachable = reachable;
    this.checkout = checkout;
    this.log = log;
  }

  @POST
  public Dossier cancel(@PathParam("id") String id, @NotNull @Valid CancelOrder command) {
    UUID order = reachable.order(id, Permission.ORDERS);
    String reason = command.reason();
    checkout.cancel(
        order, reason, (tx, _) -> log.record(tx, AuditAction.TRANSITION, order, null, reason));
    return reachable.dossier(order);
  }
}
