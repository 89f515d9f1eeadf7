package com.ojeomneo.admin.order;

import com.ojeomneo.admin.session.CurrentStaff;
import com.ojeomneo.admin.staff.Permission;
import com.ojeomneo.order.TakeMoney;
import com.ojeomneo.order.Till;
import com.ojeomneo.schema.jooq.enums.AuditAction;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;

/** Money for an order, taken at the till. The same staff may repeat it: it is taken once. */
@Path("/api/orders/{id}/till-payment")
@RunOnVirtualThread
class TillPaymentResource {
  private final Reachable reachable;
  private final Till till;
  private final OrderLog log;
  private final CurrentStaff current;

  TillPaymentResource(Reachable reachable, Till till, OrderLog log, CurrentStaff current) {
    this.reachable = reachable;
    this.till = till;
    this.log = log;
    this.current = current;
  }

  @POST
  public Dossier take(@PathParam("id") String id, @NotNull @Valid TakeMoney command) {
    UUID order = reachable.order(id, Permission.ORDERS);
    till.take(
        order,
        command,
        current.member().id(),
        (tx, _) -> log.record(tx, AuditAction.TILL, order, command, null));
    return reachable.dossier(order);
  }
}
