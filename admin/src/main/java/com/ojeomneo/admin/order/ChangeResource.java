package com.ojeomneo.admin.order;

import com.ojeomneo.admin.session.CurrentStaff;
import com.ojeomneo.admin.staff.Permission;
import com.ojeomneo.order.ChangeOrder;
import com.ojeomneo.order.OrderChange;
import com.ojeomneo.order.OrderChange.Changed;
import com.ojeomneo.platform.idempotency.IdempotencyKeyRequired;
import com.ojeomneo.schema.jooq.enums.AuditAction;
import com.ojeomneo.schema.jooq.enums.ChangeSettlement;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jooq.DSLContext;

/**
 * Something else is cooked than was ordered, or something more. Who may move orders may do that;
 * what costs the shop money needs the right to give it back.
 */
@Path("/api/orders/{id}/changes")
@RunOnVirtualThread
class ChangeResource {
  private final Reachable reachable;
  private final OrderChange change;
  private final OrderLog log;
  private final CurrentStaff current;

  ChangeResource(Reachable reachable, OrderChange change, OrderLog log, CurrentStaff current) {
    this.reachable = reachable;
    this.change = change;
    this.log = log;
    this.current = current;
  }

  /** What the log says of it. */
  private record Logged(ChangeOrder wish, ChangeSettlement settlement) {}

  @POST
  @IdempotencyKeyRequired
  public Dossier change(
      @PathParam("id") String id,
      @HeaderParam("Idempotency-Key")
          @Parameter(required = true)
          @Pattern(regexp = "[\\x21-\\x7e]{1,255}")
          String key,
      @NotNull @Valid ChangeOrder command) {
    UUID order = reachable.order(id, Permission.ORDERS);
    change.change(
        order, command, current.member().id(), key, (tx, changed) -> record(tx, command, changed));
    return reachable.dossier(order);
  }

  private void record(DSLContext tx, ChangeOrder command, Changed changed) {
    if (changed.givesAway()) {
      // Thrown in the transaction, it undoes the change.
      reachable.order(changed.order().toString(), Permission.REFUNDS);
    }
    var logged = new Logged(command, changed.settlement());
    log.record(tx, AuditAction.UPDATE, changed.order(), logged, command.reason());
  }
}
